import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Won } from "~/ui/Price.tsx";
import { backWords } from "./backWords.ts";
import type { Plan } from "./moneyBack.ts";
import { moneyWords } from "./moneyWords.ts";
import type { OrderFull } from "./orders.server.ts";
import { methodName, realPayments, wayBack } from "./payments.ts";

/** How much goes back, and where to. */
export function WayBack({ order, plan, head }: { order: OrderFull; plan: Plan; head: string }) {
  const t = useVoice(backWords);
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const name = methodName(realPayments(order).at(-1), m.digits, language);
  return (
    <section aria-labelledby="back-head" data-testid="way-back">
      <h2 id="back-head">{head}</h2>
      <p className="sum-back num" data-testid="sum-back"><Won amount={plan.money + plan.cards} /></p>
      <ul className="dots sm num">
        {plan.money > 0 ? <li>{wayBack(order) === "account" ? t.byAccount : t.byCard(name)}</li> : null}
        {plan.cards > 0 ? <li>{t.toCards(formatWon(plan.cards, language))}</li> : null}
        {plan.money + plan.cards === 0 ? <li>{t.noMoney}</li> : null}
        {plan.waived > 0 ? <li>{t.waived(formatWon(plan.waived, language))}</li> : null}
      </ul>
    </section>
  );
}
