import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, Select, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { knownOf, MOST_GOODS, optionsOf, type Answer, type AnswerLine, type Asked, type Sums } from "./answer.ts";
import type { Shelf } from "./asked.server.ts";
import { useAskedWords } from "./askedWords.ts";
import { askedPath } from "./parts.tsx";
import { SumsTable } from "./SumsTable.tsx";

/** The one form of the page: what stands in other boxes belongs to it too (`form="answer"`), so that no button loses what was typed elsewhere. */
export const ANSWER_FORM = "answer";

interface Props {
  asked: Asked;
  answer: Answer;
  shelf: Shelf;
  sums: Sums | null;
  errors?: readonly FieldError[];
}
type ItemProps = Pick<Props, "asked" | "answer" | "shelf" | "errors"> & { at: number };

/** Looking for goods where one sells more than a list can show: nothing that is typed is lost by it. */
function GoodsSearch({ asked, line, found, at }: { asked: Asked; line: AnswerLine; found: number; at: number }) {
  const t = useAskedWords();
  if (asked.listings.length < MOST_GOODS && !line.find) return null;
  const hint = line.find ? (found ? t.hits(line.find, found) : t.noHits(line.find)) : t.searchHint;
  return (
    <div className="quote-find">
      <Field label={t.search} name={`search-${at}`} type="search" defaultValue={line.find} maxLength={60} hint={hint} />
      <Button name="intent" value={`find-${at}`} formAction={`${askedPath(asked.id)}#goods-${at}`} aria-label={t.searchFor(asked.items[at]?.name ?? "")}>{t.searchDo}</Button>
    </div>
  );
}

function ItemAnswer({ asked, answer, shelf, errors, at }: ItemProps) {
  const t = useAskedWords();
  const item = asked.items[at];
  const line = answer.lines[at];
  if (!item || !line) return null;
  const found = line.find ? (shelf.found[line.find] ?? []) : asked.listings;
  const options = optionsOf(line, found, knownOf(asked.listings, shelf.named, ...Object.values(shelf.found)));
  const goods = [{ value: "", label: t.pickGoods }, ...options.map(({ id, name, sku, taxKind }) => ({ value: id, label: `${sku ? `${name} (${sku})` : name} · ${t.kinds[taxKind]}` }))];
  const of = (name: string) => errorOf(errors, `${name}-${at}`)?.message;
  return (
    <fieldset className="quote-answer">
      <legend>
        {at + 1}. <Local text={item.name} /> <span className="num">{formatNumber(item.quantity)} {item.unit}</span>
        {item.specification ? <small><Local text={item.specification} /></small> : null}
      </legend>
      <Field id={`price-${at}`} label={t.price} name={`price-${at}`} defaultValue={line.price} inputMode="numeric" maxLength={14} required className="num" error={of("price")} />
      <Select id={`goods-${at}`} label={t.goods} name={`goods-${at}`} defaultValue={options.some((one) => one.id === line.variantId) ? line.variantId : ""} options={goods} required error={of("goods")} />
      <Field id={`remark-${at}`} label={t.remark} name={`remark-${at}`} defaultValue={line.remark} maxLength={200} error={of("remark")} />
      <GoodsSearch asked={asked} line={line} found={found.length} at={at} />
    </fieldset>
  );
}

function Terms({ answer, errors }: Pick<Props, "answer" | "errors">) {
  const t = useAskedWords();
  const of = (name: string) => errorOf(errors, name)?.message;
  return (
    <>
      <div className="field-row">
        <Field id="delivery" label={t.deliveryFee} name="delivery" defaultValue={answer.delivery} inputMode="numeric" maxLength={14} placeholder="0" error={of("delivery")} />
        <Field id="days" label={t.deliveryDays} name="days" defaultValue={answer.days} inputMode="numeric" maxLength={3} required error={of("days")} />
        <Field id="validUntil" label={t.valid} name="validUntil" type="date" defaultValue={answer.validUntil} required error={of("validUntil")} />
      </div>
      <TextArea id="remarks" label={t.remarks} name="remarks" rows={3} maxLength={2_000} defaultValue={answer.remarks} error={of("remarks")} />
    </>
  );
}

/** Prices for each item. "계산" adds up on the server, so that it works without script; nothing is sent by it. */
export function AnswerForm({ asked, answer, shelf, sums, errors }: Props) {
  const language = useLanguage();
  const t = useAskedWords();
  const hasStanding = asked.quotes.some((quote) => quote.isStanding);
  return (
    <Panel title={t.mine}>
      <Notice kind="info">{t.sealed}</Notice>
      {asked.listings.length ? null : <Notice kind="warn">{t.noGoods}</Notice>}
      <form method="post" action={askedPath(asked.id)} id={ANSWER_FORM} className="stack-form quote-form" data-once={t.busy} noValidate>
        {/* The first button is what Enter presses: it looks for goods and adds up what can be added, and complains of nothing. */}
        <button className="vh" name="intent" value="enter" formAction={`${askedPath(asked.id)}#sums`} tabIndex={-1} aria-hidden="true">{t.calculate}</button>
        <p className="sm sub">{t.goodsHint}</p>
        {asked.items.map((item, at) => <ItemAnswer key={item.id} asked={asked} answer={answer} shelf={shelf} errors={errors} at={at} />)}
        <Terms answer={answer} errors={errors} />
        {sums && !sums.total && sums.lines.every((line) => line === null) ? null : sums ? <SumsTable asked={asked} answer={answer} sums={sums} /> : null}
        {sums?.total ? <p className="quote-total num" role="status">{t.allIn(formatWon(sums.total.total, language))} <small>{t.notSent}</small></p> : null}
        <div className="row-acts">
          <Button name="intent" value="calculate" formAction={`${askedPath(asked.id)}#sums`}>{t.calculate}</Button>
          <Button kind="1" name="intent" value="submit">{hasStanding ? t.resubmit : t.submit}</Button>
        </div>
      </form>
    </Panel>
  );
}
