import type { RequestRowFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { HoldBar } from "~/rooms/agency/HoldBar.tsx";
import { todayWords } from "~/rooms/agency/todayWords.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { StatusTag } from "./StatusTag.tsx";
import { named } from "./view.ts";
import { requestWords } from "./words.ts";

export const requestPath = (id: string, more = ""): string => `/agency/requests/${encodeURIComponent(id)}${more}`;

/** "두손공방 외 2곳": of whom is bought. */
function useSellers(row: RequestRowFragment): string {
  const t = requestWords(useLanguage());
  const sellers = [...new Map(row.lines.map(({ vendor }) => [vendor.id, vendor.name])).values()];
  return sellers[0] ? t.of(sellers[0], sellers.length - 1) : "";
}

function Next({ row }: { row: RequestRowFragment }) {
  const t = todayWords(useLanguage());
  const r = requestWords(useLanguage());
  if (row.decidingStep) return <ButtonLink size="s" kind="1" className="go" to={requestPath(row.id)} aria-label={t.decideOf(row.title)}>{t.decideIt}</ButtonLink>;
  if (row.canEdit && row.status !== "WITHDRAWN") return <ButtonLink size="s" kind="1" className="go" to={requestPath(row.id, "/edit")} aria-label={t.mendOf(row.title)}>{row.status === "DRAFT" ? r.edit : t.mendIt}</ButtonLink>;
  return <span />;
}

/** One request: what, of whom, how much, how long its terms are held, and the one thing to do. */
export function RequestRow({ row, now }: { row: RequestRowFragment; now: string }) {
  const language = useLanguage();
  const [t, r] = [todayWords(language), requestWords(language)];
  const when = row.submittedAt ?? row.createdAt;
  const facts = [row.number ? t.number(row.number) : r.unnumbered, named(row.requester), useSellers(row)].filter(Boolean).join(" · ");
  return (
    <article className="ap">
      <div>
        <h3><Link to={requestPath(row.id)}><Local text={row.title} /></Link></h3>
        <p className="m2 num"><Local text={facts} /></p>
      </div>
      <p className="am num">
        {formatNumber(row.total.gross.amount)}
        <span>{t.quotes(row.quotes.length)}</span>
      </p>
      {row.isHeld && row.heldUntil ? (
        <HoldBar until={row.heldUntil} since={row.submittedAt} now={now} label={t.held} />
      ) : (
        <div className="hold num">
          <StatusTag status={row.status} /> <span className="m2">{formatDate(when, language)}</span>
        </div>
      )}
      <Next row={row} />
    </article>
  );
}
