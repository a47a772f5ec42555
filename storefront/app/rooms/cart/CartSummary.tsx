import { baseOf } from "~/lib/channel.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Amounts } from "./Amounts.tsx";
import { cartTotals, type CartGroup } from "./state.ts";
import { useChannel, useVoice } from "./voice.ts";
import { cartWords } from "./words.ts";

export function CartSummary({ groups, isBlocked }: { groups: readonly CartGroup[]; isBlocked: boolean }) {
  const t = useVoice(cartWords);
  const language = useLanguage();
  const channel = useChannel();
  const totals = cartTotals(groups);
  const hasDelivery = groups.some((group) => group.lines.some((line) => !line.variant.product.isService));
  const label = t.order(formatWon(totals.total.gross.amount, language));
  return (
    <aside className="summary" aria-label={t.summary}>
      <h2>{t.summary}</h2>
      <Amounts {...totals} hasDelivery={hasDelivery} />
      {isBlocked ? (
        <>
          <p className="sm" id="why-not">{t.blocked}</p>
          <Button kind="1" size="l" wide disabled aria-describedby="why-not">{label}</Button>
        </>
      ) : (
        <ButtonLink kind="1" size="l" wide to={`${baseOf(channel)}/checkout`}>{label}</ButtonLink>
      )}
      <ButtonLink kind="3" wide to={`${baseOf(channel)}/c`}>{t.more}</ButtonLink>
      {channel === "public" ? <p className="xs sub">{t.agencyNote}</p> : null}
      <p className="xs sub">{t.remoteNote}</p>
    </aside>
  );
}
