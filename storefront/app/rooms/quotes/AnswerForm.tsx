import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, Select, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Answer, Asked } from "./answer.ts";
import { useQuoteWords } from "./words.ts";

function ItemAnswer({ asked, answer, at }: { asked: Asked; answer: Answer; at: number }) {
  const t = useQuoteWords();
  const item = asked.items[at];
  const line = answer.lines[at];
  if (!item || !line) return null;
  const goods = [{ value: "", label: t.pickGoods }, ...asked.listings.map(({ id, name, sku }) => ({ value: id, label: sku ? `${name} (${sku})` : name }))];
  return (
    <fieldset className="quote-answer">
      <legend>
        <Local text={item.name} /> <span className="num">{formatNumber(item.quantity)} {item.unit}</span>
        {item.specification ? <small><Local text={item.specification} /></small> : null}
      </legend>
      <Field label={t.price} name={`price-${at}`} defaultValue={line.price} inputMode="numeric" maxLength={13} required className="num" />
      <Select label={t.goods} name={`goods-${at}`} defaultValue={line.variantId} options={goods} required />
      <Field label={t.remark} name={`remark-${at}`} defaultValue={line.remark} maxLength={200} />
    </fieldset>
  );
}

/** Prices for each item. "계산" adds up on the server, so that it works without script; nothing is sent by it. */
export function AnswerForm({ asked, answer, total, errors }: { asked: Asked; answer: Answer; total: number | null; errors?: readonly FieldError[] }) {
  const language = useLanguage();
  const t = useQuoteWords();
  const of = (name: string) => errorOf(errors ? [...errors] : undefined, name)?.message;
  const hasStanding = asked.quotes.some((quote) => quote.isStanding);
  return (
    <Panel title={t.mine}>
      <Notice kind="info">{t.sealedForYou}</Notice>
      {asked.listings.length ? null : <Notice kind="warn">{t.noGoods}</Notice>}
      <form method="post" className="stack-form quote-form" data-guard>
        <p className="sm sub">{t.goodsHint}</p>
        {asked.items.map((item, at) => <ItemAnswer key={item.id} asked={asked} answer={answer} at={at} />)}
        <div className="field-row">
          <Field label={t.deliveryFee} name="delivery" defaultValue={answer.delivery} inputMode="numeric" maxLength={13} placeholder="0" error={of("delivery")} />
          <Field label={t.deliveryDays} name="days" defaultValue={answer.days} inputMode="numeric" maxLength={3} required error={of("deliveryDays")} />
          <Field label={t.valid} name="validUntil" type="date" defaultValue={answer.validUntil} required error={of("validUntil")} />
        </div>
        <TextArea label={t.remarks} name="remarks" rows={3} maxLength={2_000} defaultValue={answer.remarks} error={of("remarks")} />
        {total === null ? null : <p className="quote-total num" role="status">{t.calculated(formatWon(total, language))}</p>}
        <div className="row-acts">
          <Button name="intent" value="calculate" formNoValidate>{t.calculate}</Button>
          <Button kind="1" name="intent" value="submit">{hasStanding ? t.resubmit : t.submit}</Button>
        </div>
      </form>
    </Panel>
  );
}
