import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { requestFormWords } from "./formWords.ts";
import { GroundPanel } from "./GroundPanel.tsx";
import { named } from "./view.ts";
import { requestWords } from "./words.ts";
import type { Writing } from "./write.server.ts";

type Preview = NonNullable<Writing["preview"]>;

/** The button that leads back into the basket belongs to a form of its own. */
export const BASKET_FORM = "open-basket";

function Items({ desk, preview }: Pick<Writing, "desk" | "preview">) {
  const language = useLanguage();
  const [t, r] = [requestFormWords(language), requestWords(language)];
  const lines = desk.vendorGroups.flatMap((group) => group.lines.map((line) => ({ line, vendor: group.vendor.name })));
  const total = preview?.total ?? desk.totalPrice;
  const delivery = total.gross.amount - desk.subtotalPrice.gross.amount;
  return (
    <Panel title={t.items} count={lines.length} more={<Button form={BASKET_FORM} kind="3" size="s" name="intent" value="basket" className="more">{t.basket}</Button>}>
      <ul className="req-papers">
        {lines.map(({ line, vendor }) => (
          <li key={line.id}>
            <b>{nameOf(line.variant.product)}</b> <span className="num">× {formatNumber(line.quantity)}</span>
            <small className="num"><Local text={vendor} /> · {formatWon(line.totalPrice.gross.amount, language)}</small>
          </li>
        ))}
      </ul>
      <dl className="bf req-sum">
        {delivery > 0 ? <div><dt>{r.delivery}</dt><dd>{formatNumber(delivery)}</dd></div> : null}
        <div><dt>{r.net}</dt><dd>{formatNumber(total.net.amount)}</dd></div>
        <div><dt>{r.tax}</dt><dd>{formatNumber(total.tax.amount)}</dd></div>
        <div className="sum"><dt>{r.total}</dt><dd>{formatWon(total.gross.amount, language)}</dd></div>
      </dl>
    </Panel>
  );
}

function Line({ preview }: { preview: Preview }) {
  const t = requestFormWords(useLanguage());
  return (
    <Panel title={t.line3} note={t.lineHint}>
      {preview.lineError ? <Notice kind="bad">{preview.lineError.message}</Notice> : null}
      <ol className="req-papers">
        {preview.line.map((place) => (
          <li key={place.member.id}>
            <b>{t.stage(place.stage)}</b> <Local text={`${place.label} · ${named(place.member)}`} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function useDifferences(preview: Preview): string[] {
  const language = useLanguage();
  const t = requestWords(language);
  return preview.differences.flatMap(({ name, quantity, priceBefore, priceNow, free }) => {
    if (!priceNow) return [t.gone(name)];
    return [priceNow.amount === priceBefore.amount ? "" : t.dearer(name, formatNumber(priceBefore.amount), formatNumber(priceNow.amount)), free !== null && free < quantity ? t.fewer(name, free) : ""].filter(Boolean);
  });
}

/** What changed since the last round; for one that came back. */
function Differences({ preview, isAgain }: { preview: Preview; isAgain: boolean }) {
  const t = requestWords(useLanguage());
  const says = useDifferences(preview);
  if (!isAgain) return null;
  return (
    <Panel title={t.changed}>
      {says.length ? <ul className="dots">{says.map((text) => <li key={text}>{text}</li>)}</ul> : <p className="sm sub">{t.changedNone}</p>}
    </Panel>
  );
}

/** What follows from the basket: its items and sums, what changed, who approves, by which legal way, and what stands in the way. */
export function WritingAside({ writing: { desk, preview }, isAgain }: { writing: Pick<Writing, "desk" | "preview">; isAgain: boolean }) {
  return (
    <>
      <Items desk={desk} preview={preview} />
      {preview ? <Differences preview={preview} isAgain={isAgain} /> : null}
      {preview?.errors.length ? <Notice kind="warn">{preview.errors.map((error) => error.message).join(" ")}</Notice> : null}
      {preview ? <Line preview={preview} /> : null}
      {preview ? <GroundPanel routes={preview.routes} /> : null}
    </>
  );
}
