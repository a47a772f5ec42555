import { formatDate, formatWeekday } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { BudgetPanel } from "~/rooms/agency/BudgetPanel.tsx";
import { agencyDeskOf } from "~/rooms/agency/agency.server.ts";
import { loadCounts, loadTodayQuotes, loadTodayRequests, part, type Today } from "~/rooms/agency/today.server.ts";
import { loadOpenBudgets } from "~/rooms/agency/budgets.server.ts";
import { TodayFigures } from "~/rooms/agency/TodayFigures.tsx";
import { Mine, ToChoose, ToDecide } from "~/rooms/agency/TodayPanels.tsx";
import { todayWords } from "~/rooms/agency/todayWords.ts";
import { AgencyPage } from "~/rooms/desk/DeskFrame.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/home";
import "~/styles/today.css";

const BUDGET_READERS = ["REQUEST", "APPROVE", "PAY", "ADMINISTER"] as const;
const SEOUL_MS = 9 * 3_600_000;
const seoulYear = (iso: string): number => new Date(Date.parse(iso) + SEOUL_MS).getUTCFullYear();

export async function loader({ context, request }: Route.LoaderArgs) {
  const { who, membership } = await agencyDeskOf(context, request);
  const now = new Date().toISOString();
  const canSpend = BUDGET_READERS.some((ability) => membership.abilities.includes(ability));
  const [counts, requests, quotes, budgets] = await Promise.all([loadCounts(context, request), loadTodayRequests(context, request), loadTodayQuotes(context, request), part(canSpend, () => loadOpenBudgets(context, membership, seoulYear(now)))]);
  return { who, membership, counts, requests, quotes, budgets, now };
}

type Loaded = Route.ComponentProps["loaderData"];

/** For whom the person decides, and who decides for the person. */
function Absences({ counts }: { counts: Today }) {
  const language = useLanguage();
  const t = todayWords(language);
  const named = (one: Today["actingFor"][number]) => [one.name, one.jobTitle].filter(Boolean).join(" ");
  const says = [
    ...counts.actingFor.map((one) => t.actingFor(named(one), formatDate(one.endsOn, language))),
    ...counts.deputies.map((one) => t.deputy(named(one), formatDate(one.endsOn, language))),
  ];
  if (!says.length) return null;
  return (
    <Notice kind="info">
      {says.join(" ")} <Link className="link" to="/agency/deputies">{t.deputies}</Link>
    </Notice>
  );
}

function Acts({ canRequest }: { canRequest: boolean }) {
  const t = todayWords(useLanguage());
  return (
    <>
      <ButtonLink to="/public"><Icon name="search" size="s" />{t.find}</ButtonLink>
      {canRequest ? <ButtonLink kind="1" to="/agency/quotes/new"><Icon name="plus" size="s" />{t.ask}</ButtonLink> : null}
    </>
  );
}

function useHeadline({ who, membership, counts, now }: Loaded) {
  const language = useLanguage();
  const t = todayWords(language);
  const waits = counts ? counts.requestsToDecide + counts.requestsToMend + counts.quotesToChoose + counts.changesProposed : 0;
  const name = language === "ko" ? (membership.jobTitle ? `${who} ${membership.jobTitle}님` : `${who} 님`) : who;
  return {
    title: waits ? t.title(name) : t.calm(name),
    count: waits || undefined,
    lead: `${formatWeekday(new Date(now), language)} · ${t.year(membership.department?.name ?? membership.agency.name, seoulYear(now))}`,
  };
}

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const { counts, membership, requests, quotes, budgets, now } = loaderData;
  const canApprove = membership.abilities.includes("APPROVE");
  return (
    <AgencyPage {...useHeadline(loaderData)} acts={<Acts canRequest={membership.abilities.includes("REQUEST")} />}>
      {counts ? <Absences counts={counts} /> : null}
      {counts ? <TodayFigures counts={counts} canApprove={canApprove} /> : null}
      <div className={budgets ? "desk-grid two" : "desk-grid"}>
        <div className="col">
          {canApprove || requests.decideCount > 0 ? <ToDecide requests={requests} now={now} /> : null}
          <ToChoose quotes={quotes} />
          {membership.abilities.includes("REQUEST") ? <Mine requests={requests} now={now} /> : null}
        </div>
        {budgets ? (
          <div className="col">
            <BudgetPanel lines={budgets} of={`${membership.department?.name ?? membership.agency.name} ${seoulYear(now)}`} canImport={membership.abilities.some((one) => one === "PAY" || one === "ADMINISTER")} />
          </div>
        ) : null}
      </div>
    </AgencyPage>
  );
}
