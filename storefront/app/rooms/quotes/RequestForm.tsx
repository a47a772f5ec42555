import { errorOf, type FieldError } from "~/lib/form.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field, TextArea } from "~/ui/Field.tsx";
import type { Draft, Picked, Row } from "./form.ts";
import { useQuoteWords } from "./words.ts";

const SHOWN = new Set(["title", "specification", "deliveryPlace", "deliveryBy", "replyBy"]);

function ItemRow({ row, at }: { row: Row; at: number }) {
  const t = useQuoteWords();
  return (
    <fieldset className="quote-row">
      <legend className="vh">{t.row(at + 1)}</legend>
      <input type="hidden" name={`variant-${at}`} value={row.variantId} />
      <Field label={t.item} name={`name-${at}`} defaultValue={row.name} maxLength={150} />
      <Field label={t.size} name={`spec-${at}`} defaultValue={row.specification} maxLength={500} />
      <Field label={t.unit} name={`unit-${at}`} defaultValue={row.unit} maxLength={20} placeholder="개" />
      <Field label={t.quantity} name={`quantity-${at}`} defaultValue={row.quantity} inputMode="numeric" maxLength={6} className="num" />
    </fieldset>
  );
}

function Vendors({ draft, found, search }: { draft: Draft; found: readonly Picked[] | null; search: string }) {
  const t = useQuoteWords();
  const fresh = (found ?? []).filter((one) => !draft.vendors.some((known) => known.id === one.id));
  return (
    <Panel title={t.vendors} count={draft.vendors.length}>
      <div className="stack-form">
      <p className="sm sub">{t.vendorsHint}</p>
      {draft.vendors.length ? null : <p className="sm mute">{t.noVendors}</p>}
      <div className="ck-list">
        {draft.vendors.map((one) => <Checkbox key={one.id} name="vendor" value={`${one.id}|${one.name}`} label={one.name} defaultChecked />)}
        {fresh.map((one) => <Checkbox key={one.id} name="vendor" value={`${one.id}|${one.name}`} label={one.name} />)}
      </div>
      {found && !found.length ? <p className="sm">{t.noneFound}</p> : null}
      <div className="field-row">
        <Field label={t.find} name="q" type="search" defaultValue={search} maxLength={60} />
        <Button name="intent" value="find" formNoValidate>{t.findDo}</Button>
      </div>
      </div>
    </Panel>
  );
}

/** The request as it is written: works without script, keeps what was typed, adds rows and finds enterprises by the server. */
export function RequestForm({ draft, errors, found, search }: { draft: Draft; errors?: readonly FieldError[]; found: readonly Picked[] | null; search: string }) {
  const t = useQuoteWords();
  const of = (name: string) => errorOf(errors ? [...errors] : undefined, name)?.message;
  return (
    <form method="post" className="col quote-form" data-guard>
      <Outcome errors={errors?.filter((error) => !SHOWN.has(error.field ?? ""))} />
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="rows" value={draft.rows.length} />
      <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true" type="submit">{t.save}</button>
      <Panel title={t.basics}>
        <div className="stack-form">
          <Field label={t.subject} hint={t.subjectHint} name="title" defaultValue={draft.title} maxLength={150} error={of("title")} />
          <Field label={t.place} name="deliveryPlace" defaultValue={draft.deliveryPlace} maxLength={250} error={of("deliveryPlace")} />
          <div className="field-row">
            <Field label={t.deliverBy} name="deliveryBy" type="date" defaultValue={draft.deliveryBy} error={of("deliveryBy")} />
            <Field label={t.replyDay} name="replyDay" type="date" defaultValue={draft.replyDay} error={of("replyBy")} />
            <Field label={t.replyTime} name="replyTime" type="time" defaultValue={draft.replyTime} />
          </div>
          <TextArea label={t.spec} hint={t.specHint} name="specification" rows={5} defaultValue={draft.specification} maxLength={10_000} error={of("specification")} />
        </div>
      </Panel>
      <Panel title={t.items} more={<Button size="s" name="intent" value="more" formNoValidate className="more">{t.moreRows}</Button>}>
        {draft.rows.map((row, at) => <ItemRow key={at} row={row} at={at} />)}
      </Panel>
      <Vendors draft={draft} found={found} search={search} />
      <div className="row-acts quote-acts">
        <Button name="intent" value="save">{t.save}</Button>
        <Button kind="1" name="intent" value="send">{t.send}</Button>
      </div>
    </form>
  );
}
