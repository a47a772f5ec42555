import type { ReactNode } from "react";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { personName, placeLine, showPhone } from "~/rooms/account/address.ts";
import { AddressFields } from "~/rooms/account/AddressFields.tsx";
import { NEW } from "~/rooms/checkout/contact.ts";
import type { Buyer } from "~/rooms/checkout/desk.server.ts";
import { Pick } from "~/rooms/checkout/Pick.tsx";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field, Select, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { LONGEST, type RequestValues } from "./form.ts";
import { requestFormWords } from "./formWords.ts";

export interface BudgetChoice {
  id: string;
  code: string;
  name: string;
  left: number;
}

export interface QuoteChoice {
  id: string;
  number: string;
  /** What it is about, where that is known. */
  title: string;
  vendor: string;
  gross: number;
  validUntil: string;
}

interface Props {
  values: RequestValues;
  errors: readonly FieldError[] | undefined;
  buyer: Buyer | null;
  budgets: readonly BudgetChoice[];
  quotes: readonly QuoteChoice[];
  /** What is asked for, in won. */
  total: number;
  holdDays: number;
  /** Whether the department bought so often that it has to be explained. */
  isSplitWarned: boolean;
  today: string;
  back: string;
  aside: ReactNode;
}

type PartProps = Pick<Props, "values" | "errors">;

function What({ values, errors }: PartProps) {
  const t = requestFormWords(useLanguage());
  return (
    <Panel title={t.what}>
      <div className="stack-form">
        <Field id="title" name="title" label={t.name} hint={t.nameHint} defaultValue={values.title} maxLength={LONGEST.title} required error={errorOf(errors, "title")?.message} />
        <TextArea id="purpose" name="purpose" label={t.purpose} hint={t.purposeHint} defaultValue={values.purpose} rows={4} maxLength={LONGEST.purpose} error={errorOf(errors, "purpose")?.message} />
      </div>
    </Panel>
  );
}

function Budget({ values, errors, budgets, total }: PartProps & Pick<Props, "budgets" | "total">) {
  const language = useLanguage();
  const t = requestFormWords(language);
  const chosen = budgets.find((line) => line.id === values.budgetLine);
  if (!budgets.length) return <Panel title={t.money}><Notice kind="warn">{t.noLines}</Notice></Panel>;
  const options = [{ value: "", label: t.choose }, ...budgets.map((line) => ({ value: line.id, label: t.option(line.code, line.name, formatNumber(line.left)) }))];
  return (
    <Panel title={t.money}>
      <div className="stack-form">
        <Select id="budgetLine" name="budgetLine" label={t.line} options={options} defaultValue={values.budgetLine} error={errorOf(errors, "budgetLine")?.message} />
        {chosen && chosen.left < total ? <Notice kind="warn">{t.short(formatWon(total - chosen.left, language))}</Notice> : null}
      </div>
    </Panel>
  );
}

function Delivery({ values, errors, buyer, today }: PartProps & Pick<Props, "buyer" | "today">) {
  const t = requestFormWords(useLanguage());
  return (
    <Panel title={t.delivery}>
      <div className="stack-form ship-to">
        <Field id="deliverBy" name="deliverBy" type="date" className="short" min={today} label={t.deliverBy} hint={t.deliverByHint} defaultValue={values.deliverBy} error={errorOf(errors, "deliverBy")?.message} />
        {buyer?.addresses.length ? (
          <fieldset className="saved">
            <legend>{t.place}</legend>
            {buyer.addresses.map((place) => (
              <Pick key={place.id} name="place" value={place.id} defaultChecked={place.id === values.place} title={[place.companyName, personName(place)].filter(Boolean).join(" · ")} notes={[placeLine(place), showPhone(place.phone)]} />
            ))}
            <Pick name="place" value={NEW} defaultChecked={values.place === NEW} title={t.elsewhere} />
          </fieldset>
        ) : (
          <p><b>{t.place}</b></p>
        )}
        <div className="new-place">
          <AddressFields values={values.shipping} errors={errors} />
        </div>
      </div>
    </Panel>
  );
}

function Quotes({ values, errors, quotes, isSplitWarned }: PartProps & Pick<Props, "quotes" | "isSplitWarned">) {
  const language = useLanguage();
  const t = requestFormWords(language);
  return (
    <Panel title={t.quotes}>
      <div className="stack-form">
        <p className="sm sub">{quotes.length ? t.quotesHint : t.noQuotes}</p>
        {quotes.map((quote) => (
          <Checkbox
            key={quote.id} name="quotes" value={quote.id} defaultChecked={values.quotes.includes(quote.id)}
            label={<>{t.quote(quote.vendor, formatWon(quote.gross, language), formatDate(quote.validUntil, language))}<small><Local text={[quote.title, quote.number].filter(Boolean).join(" · ")} /></small></>}
          />
        ))}
        {quotes.length ? <TextArea id="choiceReason" name="choiceReason" rows={2} label={t.choiceReason} hint={t.choiceHint} defaultValue={values.choiceReason} maxLength={LONGEST.reason} error={errorOf(errors, "choiceReason")?.message} /> : null}
        {isSplitWarned || values.splitReason || errorOf(errors, "splitReason") ? <TextArea id="splitReason" name="splitReason" rows={2} label={t.split} hint={t.splitHint} defaultValue={values.splitReason} maxLength={LONGEST.reason} error={errorOf(errors, "splitReason")?.message} /> : null}
      </div>
    </Panel>
  );
}

/** A purchase request to write: what and why, from which money, where to, with which quotes. Beside it what follows from the basket. */
export function RequestForm({ aside, back, holdDays, ...rest }: Props) {
  const t = requestFormWords(useLanguage());
  return (
    <form method="post" noValidate data-once={t.busy}>
      <input type="hidden" name="total" value={rest.total} />
      <div className="desk-grid with-aside">
        <div className="col">
          <What values={rest.values} errors={rest.errors} />
          <Budget {...rest} />
          <Delivery {...rest} />
          <Quotes {...rest} />
        </div>
        <div className="col">
          {aside}
          <div className="act">
            <Panel title={t.title}>
              <div className="stack-form">
                <p className="sm sub">{t.submitNote(holdDays)}</p>
                <Button kind="1" size="l" name="intent" value="submit">{t.submit}</Button>
                <Button name="intent" value="save">{t.save}</Button>
                <ButtonLink kind="3" to={back}>{t.cancel}</ButtonLink>
              </div>
            </Panel>
          </div>
        </div>
      </div>
    </form>
  );
}
