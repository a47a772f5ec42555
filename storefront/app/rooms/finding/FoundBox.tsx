import type { ProductFindingQuery } from "~/gql/operations";
import { productPath } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { Field } from "~/ui/Field.tsx";
import { isLater } from "./days.ts";
import { Duties } from "./Found.tsx";
import { findingWords } from "./words.ts";
import "~/styles/finding.css";

interface Props {
  found: NonNullable<ProductFindingQuery["product"]>;
  slug: string;
  quantity: number | null;
  variantId: string | null;
  to: string;
  fault: string | null;
}

/** On the page of an item: the earliest day it can be there, what its delivery costs, and which duties it counts for. */
export function FoundBox({ found, slug, quantity, variantId, to, fault }: Props) {
  const language = useLanguage();
  const t = findingWords(language);
  const estimate = found.purchaseEstimate;
  const [obstacle] = estimate?.obstacles ?? [];
  const day = estimate?.arrivesOn ? formatDate(estimate.arrivesOn, language) : null;
  const isPutOff = estimate?.orderableOn ? isLater(estimate.orderableOn) : false;
  return (
    <section className="found-box" aria-labelledby="found-head">
      <h2 id="found-head">{t.arrivalHead}</h2>
      <p className={cx("when", obstacle && "is-not")}>
        {obstacle ? t[obstacle] : !day ? t.none : estimate?.isService ? `${t.fromDay(day)} · ${t.service}` : t.arrivesHere(day)}
        {estimate && !obstacle ? <small className="sm mute num"> {t.pieces(estimate.quantity)}</small> : null}
      </p>
      {isPutOff && estimate?.orderableOn ? <p className="sm">{t.orderableFrom(formatDate(estimate.orderableOn, language))}</p> : null}
      {estimate?.delivery && !estimate.isService ? (
        <p className="sm num">
          {t.deliveryFor} {estimate.delivery.gross.amount === 0 ? t.free : formatWon(estimate.delivery.gross.amount, language)}
        </p>
      ) : null}
      <form action={productPath("public", slug)} method="get">
        {quantity ? <input type="hidden" name="quantity" value={quantity} /> : null}
        {variantId ? <input type="hidden" name="variantId" value={variantId} /> : null}
        <Field label={t.place} hint={to || fault ? undefined : t.remoteNote} name="to" inputMode="numeric" autoComplete="postal-code" maxLength={5} defaultValue={to} error={fault} />
        <Button size="s">{t.recalc}</Button>
      </form>
      <p className="xs mute">{t.arrivalNote}</p>
      {found.countsFor.length ? <Duties counted={found.countsFor} label /> : <p className="sm mute">{t.countsNone}</p>}
      {found.countsFor.some((one) => one.needsItemCheck) ? <p className="xs mute">{t.itemCheckNote}</p> : null}
    </section>
  );
}
