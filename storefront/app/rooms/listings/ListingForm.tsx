import type { ReactNode } from "react";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon, splitVat } from "~/lib/money.ts";
import { RichText } from "~/lib/richtext.tsx";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field, Select, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice as Note } from "~/ui/Notice.tsx";
import { documentOf } from "./describe.ts";
import { CHANNELS, readWhole, RETURNS, TAX_KINDS, type Draft, type Kind } from "./draft.ts";
import { formWords } from "./formWords.ts";
import { NoticeFields } from "./NoticeFields.tsx";
import type { Ground, Notice } from "./listings.server.ts";

export const useForm = () => formWords(useLanguage());

/** One part of the form; parts that may stay empty are folded until something stands in them. */
export function Part({ id, title, note, isFolded, children }: { id?: string; title: string; note?: string; isFolded?: boolean; children: ReactNode }) {
  const head = (
    <>
      {title}
      {note ? <small>{note}</small> : null}
    </>
  );
  if (isFolded === undefined) {
    return (
      <section className="panel l-part" id={id}>
        <header>
          <h2>{head}</h2>
        </header>
        <div className="bd">{children}</div>
      </section>
    );
  }
  return (
    <details className="panel l-part" id={id} open={!isFolded}>
      <summary>
        <h2>{head}</h2>
      </summary>
      <div className="bd">{children}</div>
    </details>
  );
}

interface Props {
  kind: Kind;
  isNew: boolean;
  draft: Draft;
  notice: Notice | null;
  attributes: readonly { id: string; name: string; inputType: string | null }[];
  delivery: Ground["delivery"];
  hasWarehouse: boolean;
  errors?: readonly FieldError[];
  isPreview?: boolean;
  isRicher?: boolean;
  /** What stands in fields that wait for a review. */
  waiting?: readonly string[];
  children: ReactNode;
}

function Basics({ draft, errors, isPreview, isRicher }: Pick<Props, "draft" | "errors" | "isPreview" | "isRicher">) {
  const t = useForm();
  return (
    <Part title={t.basics}>
      <div className="l-fields">
        <Field id="name" name="name" className="wide" label={t.name} hint={t.nameHint} defaultValue={draft.name} error={errorOf(errors, "name")?.message} maxLength={250} required autoComplete="off" />
        <Field id="summary" name="summary" className="wide" label={t.summary} hint={t.summaryHint} defaultValue={draft.summary} error={errorOf(errors, "summary")?.message} maxLength={250} autoComplete="off" />
        <div className="wide">
          {isRicher ? <Note kind="warn">{t.richer}</Note> : null}
          <TextArea id="description" name="description" className="l-text" label={t.description} hint={t.descriptionHint} defaultValue={draft.description} error={errorOf(errors, "description")?.message} rows={10} />
          <div className="l-syntax">
            <details>
              <summary>{t.syntax}</summary>
              <dl>
                {t.syntaxRows.map(([typed, means]) => (
                  <div key={typed}>
                    <dt>
                      <code>{typed}</code>
                    </dt>
                    <dd>{means}</dd>
                  </div>
                ))}
              </dl>
            </details>
            <Button size="s" name="intent" value="preview">{t.preview}</Button>
          </div>
          {isPreview ? (
            <section className="l-preview" id="preview" aria-label={t.previewHead} tabIndex={-1}>
              <h3>{t.previewHead}</h3>
              {draft.description.trim() ? <RichText json={JSON.stringify(documentOf(draft.description))} /> : <p>{t.previewEmpty}</p>}
            </section>
          ) : null}
        </div>
      </div>
    </Part>
  );
}

/** What of a price is VAT, as it was saved; the island keeps it in step with what is typed. */
export function VatLine({ price, taxKind, of }: { price: number | null; taxKind: Draft["taxKind"]; of: string }) {
  const t = useForm();
  const language = useLanguage();
  const split = splitVat(price ?? 0, taxKind);
  return (
    <span className="l-vat num" data-vat-of={of} data-supply={t.supply("{0}", "{1}")} data-no-tax={t.noTax} hidden={price === null}>
      {taxKind === "TAXABLE" ? t.supply(formatWon(split.supply, language), formatWon(split.tax, language)) : t.noTax}
    </span>
  );
}

function Money({ draft, errors, kind, isNew, hasWarehouse }: Pick<Props, "draft" | "errors" | "kind" | "isNew" | "hasWarehouse">) {
  const t = useForm();
  const [price, agencyPrice] = [readWhole(draft.price), readWhole(draft.agencyPrice)];
  return (
    <Part title={isNew ? t.priceHead : t.taxKind} note={isNew ? t.priceNote : undefined}>
      <div className="l-fields">
        {isNew ? (
          <>
            <Field id="price" name="price" label={t.price} inputMode="numeric" hint={<>{kind === "order" ? t.priceOptional : null} <VatLine price={price} taxKind={draft.taxKind} of="price" /></>} defaultValue={draft.price} error={errorOf(errors, "price")?.message} autoComplete="off" />
            <Field id="agencyPrice" name="agencyPrice" label={t.agencyPrice} inputMode="numeric" hint={<>{t.agencyHint} <VatLine price={agencyPrice} taxKind={draft.taxKind} of="agencyPrice" /></>} defaultValue={draft.agencyPrice} error={errorOf(errors, "agencyPrice")?.message} autoComplete="off" />
          </>
        ) : null}
        <div className="wide">
          <Select id="taxKind" name="taxKind" label={t.taxKind} defaultValue={draft.taxKind} error={errorOf(errors, "taxKind")?.message} options={TAX_KINDS.map((value) => ({ value, label: t.taxes[value] }))} />
          <details className="l-help">
            <summary>{t.taxHelp}</summary>
            <p>{t.taxLead}</p>
            <ul className="dots">
              <li>{t.taxExempt}</li>
              <li>{t.taxTaxed}</li>
            </ul>
            <p>{t.taxFoot}</p>
          </details>
        </div>
        {isNew && kind !== "order" ? (
          <>
            <Field id="stock" name="stock" label={t.stock} inputMode="numeric" hint={hasWarehouse ? t.stockHint : t.noWarehouse} defaultValue={draft.stock} error={errorOf(errors, "stock")?.message} disabled={!hasWarehouse} autoComplete="off" />
            <Field id="sku" name="sku" label={t.sku} hint={t.skuHint} defaultValue={draft.sku} error={errorOf(errors, "sku")?.message} maxLength={100} autoComplete="off" />
          </>
        ) : null}
      </div>
    </Part>
  );
}

function Options({ draft, errors }: Pick<Props, "draft" | "errors">) {
  const t = useForm();
  const isUsed = Boolean(draft.option1 || draft.values1 || errorOf(errors, "values1"));
  return (
    <Part title={t.optionsHead} note={t.optionsNote} isFolded={!isUsed}>
      <p className="desk-sub">{t.optionsLead}</p>
      {([1, 2] as const).map((at) => (
        <fieldset className="l-dimension" key={at}>
          <legend className="vh">{t.dimension(at)}</legend>
          <Field id={`option${at}`} name={`option${at}`} label={t.optionName} placeholder={t.optionEx[at - 1]} defaultValue={draft[`option${at}`]} error={errorOf(errors, `option${at}`)?.message} maxLength={40} autoComplete="off" />
          <Field id={`values${at}`} name={`values${at}`} label={t.optionValues} placeholder={t.valuesEx[at - 1]} hint={t.optionHint} defaultValue={draft[`values${at}`]} error={errorOf(errors, `values${at}`)?.message} autoComplete="off" />
        </fieldset>
      ))}
    </Part>
  );
}

function Channels({ draft, errors }: Pick<Props, "draft" | "errors">) {
  const t = useForm();
  return (
    <Part title={t.whereHead} id="channels">
      <fieldset className="l-where" aria-describedby={errorOf(errors, "channels") ? "channels-error" : undefined}>
        <legend className="vh">{t.whereHead}</legend>
        {CHANNELS.map((channel) => (
          <Checkbox key={channel} name="channels" value={channel} defaultChecked={draft.channels.includes(channel)} label={<><b>{t.channels[channel]}</b> <small>{t.channelNotes[channel]}</small></>} />
        ))}
        {errorOf(errors, "channels") ? <p className="err" id="channels-error">{errorOf(errors, "channels")?.message}</p> : null}
      </fieldset>
    </Part>
  );
}

function Sending({ draft, errors, kind, delivery }: Pick<Props, "draft" | "errors" | "kind" | "delivery">) {
  const t = useForm();
  const language = useLanguage();
  const isService = kind === "service";
  return (
    <Part title={t.sendHead} note={isService ? undefined : t.sendNote}>
      <div className="l-fields">
        <Field id="dispatchDays" name="dispatchDays" label={isService ? t.serviceDays : t.dispatchDays} hint={isService ? undefined : t.dispatchHint} inputMode="numeric" defaultValue={draft.dispatchDays} error={errorOf(errors, "dispatchDays")?.message} autoComplete="off" />
        <Field id="minimum" name="minimum" label={t.minimum} inputMode="numeric" defaultValue={draft.minimum} error={errorOf(errors, "minimum")?.message} autoComplete="off" />
        {delivery && !isService ? (
          <p className="wide l-terms">
            {delivery.fee.amount ? t.delivery(formatWon(delivery.fee.amount, language), delivery.freeFrom ? formatWon(delivery.freeFrom.amount, language) : null) : t.deliveryFree} ·{" "}
            <Link className="link" to="/vendor/profile">{t.deliveryEdit}</Link>
          </p>
        ) : null}
        <Select id="returnKind" name="returnKind" className="wide" label={t.returnKind} defaultValue={draft.returnKind} error={errorOf(errors, "returnKind")?.message} options={RETURNS.map((value) => ({ value, label: t.returns[value] }))} />
        <TextArea id="returnNote" name="returnNote" className="wide l-why" label={t.returnNote} hint={t.returnHint} defaultValue={draft.returnNote} error={errorOf(errors, "returnNote")?.message} rows={2} />
      </div>
    </Part>
  );
}

const SIMPLE = ["DROPDOWN", "PLAIN_TEXT", "NUMERIC"];

function More({ draft, errors, attributes, kind }: Pick<Props, "draft" | "errors" | "attributes" | "kind">) {
  const t = useForm();
  const simple = attributes.filter((attribute) => SIMPLE.includes(attribute.inputType ?? ""));
  const isUsed = Boolean(draft.origin || draft.weight || simple.some(({ id }) => draft.attributes[id]) || errors?.some((error) => ["origin", "weight", "attributes"].includes(error.field ?? "")));
  return (
    <Part title={t.moreHead} note={t.moreNote} isFolded={!isUsed}>
      <div className="l-fields" id="attributes">
        {kind === "service" ? null : (
          <>
            <Field id="origin" name="origin" label={t.origin} hint={t.originHint} defaultValue={draft.origin} error={errorOf(errors, "origin")?.message} maxLength={100} autoComplete="off" />
            <Field id="weight" name="weight" label={t.weight} inputMode="numeric" defaultValue={draft.weight} error={errorOf(errors, "weight")?.message} autoComplete="off" />
          </>
        )}
        {simple.map(({ id, name }) => (
          <Field key={id} id={`attribute.${id}`} name={`attribute.${id}`} label={name} hint={t.attributeHint[name]} defaultValue={draft.attributes[id] ?? ""} error={errorOf(errors, "attributes")?.message} maxLength={120} autoComplete="off" />
        ))}
      </div>
    </Part>
  );
}

/** All that is said of a listing, in one form. Only the fields that fit what it is; what may stay empty is folded. */
export function ListingForm({ children, ...form }: Props) {
  const { kind, isNew, draft, notice, errors } = form;
  return (
    <>
      <Basics {...form} />
      <Money {...form} />
      {isNew && kind !== "order" ? <Options draft={draft} errors={errors} /> : null}
      {notice ? <NoticeFields notice={notice} draft={draft} errors={errors} /> : null}
      <Sending {...form} />
      <Channels draft={draft} errors={errors} />
      <More {...form} />
      {children}
    </>
  );
}
