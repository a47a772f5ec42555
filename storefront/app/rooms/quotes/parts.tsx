import type { QuoteInvitationStatusEnum, QuoteRequestStatusEnum } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { useQuoteWords } from "./words.ts";

const STATUS_TAGS: Record<QuoteRequestStatusEnum, string> = { DRAFT: "tag", OPEN: "tag info", CLOSED: "tag acc", CHOSEN: "tag ok", CANCELED: "tag" };
const INVITED_TAGS: Record<QuoteInvitationStatusEnum, string> = { INVITED: "tag", SEEN: "tag info", ANSWERED: "tag ok", DECLINED: "tag warn" };

export const requestPath = (id: string, query = ""): string => `/agency/quotes/${encodeURIComponent(id)}${query}`;
export const instantPath = (id: string): string => `/agency/quotes/instant/${encodeURIComponent(id)}`;
export const askedPath = (id: string, query = ""): string => `/vendor/quotes/${encodeURIComponent(id)}${query}`;
export const filePath = (side: "agency" | "vendor", id: string): string => `/${side}/quote-files/${encodeURIComponent(id)}`;
export const paperPath = (side: "agency" | "vendor", id: string): string => `/${side}/papers/${encodeURIComponent(id)}`;

export function RequestTag({ status }: { status: QuoteRequestStatusEnum }) {
  return <span className={STATUS_TAGS[status]}>{useQuoteWords().status[status]}</span>;
}

export function InvitedTag({ status }: { status: QuoteInvitationStatusEnum }) {
  return <span className={INVITED_TAGS[status]}>{useQuoteWords().invited[status]}</span>;
}

export function PaperLink({ side, paper, label }: { side: "agency" | "vendor"; paper: { id: string; number: string }; label: string }) {
  return (
    <Link className="link doc-link" to={paperPath(side, paper.id)}>
      <Icon name="doc" size="s" /> {label} <span className="num">{paper.number}</span>
    </Link>
  );
}

export function useWon(): (money: { amount: number }) => string {
  const language = useLanguage();
  return (money) => formatWon(money.amount, language);
}
