import type { FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { stateOf, TAGS, type PaymentFacts } from "./state.ts";
import { paymentDeskWords } from "./words.ts";

export const useDeskWords = () => paymentDeskWords(useLanguage());

export function useWon(): (money: { amount: number }) => string {
  const language = useLanguage();
  return (money) => formatWon(money.amount, language);
}

export function StateTag({ payment }: { payment: PaymentFacts }) {
  const t = useDeskWords();
  const state = stateOf(payment);
  return <span className={TAGS[state]}>{t[state]}</span>;
}

const paymentPath = (token: string) => `/staff/payments/${token}`;

/** "주문 20001 · 13,000원 기다림", leading to the payment. */
export function PaymentLink({ payment }: { payment: { token: string; order: { number: string } | null } }) {
  const t = useDeskWords();
  return (
    <Link className="link" to={paymentPath(payment.token)}>
      {payment.order ? t.paidOrder(payment.order.number) : t.noOrder}
    </Link>
  );
}

/** What came of the last press of a button. */
export function Outcome({ errors, done }: { errors: readonly FieldError[] | undefined; done?: string | null }) {
  if (errors?.length) {
    return (
      <Notice kind="bad" live>
        {errors.map((error) => error.message).join(" ")}
      </Notice>
    );
  }
  return done ? <Notice kind="ok" live>{done}</Notice> : null;
}

export function Pages({ page, here, query = "", label, isFirst }: { page: { pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null; here: string; query?: string; label: string; isFirst: boolean }) {
  const t = useDeskWords();
  const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
  if (!hasNextPage && isFirst) return null;
  return (
    <nav className="pg" aria-label={t.pages}>
      {isFirst ? null : <Link to={`${here}${query ? `?${query}` : ""}`}>{t.newest}</Link>}
      {hasNextPage && endCursor ? (
        <Link to={`${here}?${query ? `${query}&` : ""}after=${encodeURIComponent(endCursor)}`} rel="next">
          {label}
        </Link>
      ) : null}
    </nav>
  );
}
