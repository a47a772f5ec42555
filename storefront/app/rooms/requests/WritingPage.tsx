import type { FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { AgencyPage } from "~/rooms/desk/DeskFrame.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { RequestForm, type BudgetChoice, type QuoteChoice } from "./RequestForm.tsx";
import { requestFormWords } from "./formWords.ts";
import { BASKET_FORM, WritingAside } from "./WritingAside.tsx";
import type { Written, Writing } from "./write.server.ts";
import "~/styles/checkout.css";

interface Props {
  writing: Writing;
  written: Written | undefined;
  isAgain: boolean;
  back: string;
}

const budgetsOf = ({ preview }: Writing): BudgetChoice[] => (preview?.budgets ?? []).map(({ budget }) => ({ id: budget.id, code: budget.code, name: budget.name, left: budget.available.amount }));
/** Those that count come first, then the agency's others that still hold. */
function quotesOf({ preview, offers }: Writing): QuoteChoice[] {
  const counted = preview?.quotes ?? [];
  const others = offers.filter((offer) => !counted.some((quote) => quote.id === offer.id));
  const titles = new Map(offers.map((offer) => [offer.id, offer.title]));
  return [...counted, ...others].map((quote) => ({ id: quote.id, number: quote.number, title: titles.get(quote.id) ?? "", vendor: quote.vendor.name, gross: quote.total.gross.amount, validUntil: quote.validUntil }));
}

const isSplitWarned = ({ preview }: Writing): boolean => (preview?.routes ?? []).some((route) => route.warnings.some((warning) => warning.code === "SPLIT_PURCHASE"));

function Failed({ errors }: { errors: readonly FieldError[] | undefined }) {
  const t = requestFormWords(useLanguage());
  if (!errors?.length) return null;
  return <Notice kind="bad" head={t.failed} live>{[...new Set(errors.map((error) => error.message))].join(" ")}</Notice>;
}

/** A request to write, new or one that came back. */
export function WritingPage({ writing, written, isAgain, back }: Props) {
  const language = useLanguage();
  const t = requestFormWords(language);
  const count = writing.desk.vendorGroups.reduce((sum, group) => sum + group.lines.length, 0);
  const total = writing.preview?.total.gross.amount ?? writing.desk.totalPrice.gross.amount;
  return (
    <AgencyPage title={isAgain ? t.editTitle : t.title} lead={t.lead(count, formatWon(total, language))} hasErrors={Boolean(written?.errors.length)}>
      <Failed errors={written?.errors} />
      <form method="post" id={BASKET_FORM} />
      <RequestForm
        values={written?.values ?? writing.values} errors={written?.errors} buyer={writing.buyer} budgets={budgetsOf(writing)} quotes={quotesOf(writing)} total={total} isSplitWarned={isSplitWarned(writing)} holdDays={writing.preview?.holdDays ?? 7} today={writing.today}
        back={back} aside={<WritingAside writing={writing} isAgain={isAgain} />}
      />
    </AgencyPage>
  );
}
