import { ListingWaitingDocument, type ProposalStatusEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { languageOf, listerOf } from "~/rooms/listings/listings.server.ts";
import { ListPages, pagingOf, Thumb } from "~/rooms/listings/Parts.tsx";
import { reviewWords } from "~/rooms/listings/reviewWords.ts";
import { PROPOSAL_TAGS, proposalPath } from "~/rooms/listings/state.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/proposals";

const HERE = "/vendor/proposals";
const TABS = ["back", "open", "done"] as const;
type Tab = (typeof TABS)[number];
const STATUSES: Record<Tab, ProposalStatusEnum[]> = { back: ["RETURNED"], open: ["OPEN"], done: ["APPROVED", "DECLINED", "WITHDRAWN"] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const vendor = await listerOf(context, request);
  const query = appOf(context).url.searchParams;
  const ask = (tab: Tab) => gqlCentre(context, ListingWaitingDocument, { vendor: vendor.id, statuses: STATUSES[tab], language: languageOf(context).languageCode, ...pagingOf(query, 20) });
  const asked = TABS.find((tab) => tab === query.get("state"));
  let tab: Tab = asked ?? "back";
  let found = await ask(tab);
  // Without a wish the page opens where something is to be done.
  if (!asked && !found.returned?.totalCount) found = await ask((tab = "open"));
  return { tab, open: found.open?.totalCount ?? 0, back: found.returned?.totalCount ?? 0, rows: nodesOf(found.productChangeProposals), total: found.productChangeProposals?.totalCount ?? 0, info: found.productChangeProposals?.pageInfo ?? null };
}

type Proposal = Route.ComponentProps["loaderData"]["rows"][number];

function Case({ proposal }: { proposal: Proposal }) {
  const language = useLanguage();
  const t = reviewWords(language);
  const isBack = proposal.status === "RETURNED";
  const lines = [...proposal.changes.filter((change) => change.reason).map((change) => `${change.label}: ${change.reason}`), ...proposal.comment.split("\n").filter(Boolean)];
  return (
    <article className="l-case">
      <Thumb image={proposal.product?.thumbnail ?? null} />
      <div>
        <h3>
          <Link className="link" to={proposalPath(proposal.id)}>{proposal.productName}</Link> <span className="tag">{t.kinds[proposal.kind]}</span> <span className={PROPOSAL_TAGS[proposal.status]}>{t.states[proposal.status]}</span>
        </h3>
        <p className="m2 num">
          {proposal.decidedAt ? t.decided(formatMoment(proposal.decidedAt, language)) : t.submitted(formatMoment(proposal.submittedAt, language))}
          {proposal.kind === "CHANGE" ? ` · ${proposal.changes.slice(0, 3).map((change) => change.label).join(", ")}` : ""}
        </p>
        {isBack || proposal.status === "DECLINED" ? (
          <ul className="l-reasons">
            {lines.map((line) => (
              <li key={line}>
                <Icon name="x" size="s" /> {line}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <ButtonLink size="s" kind={isBack ? "1" : "2"} to={proposalPath(proposal.id)} aria-label={t.ofOne(isBack ? t.mend : t.see, proposal.productName)}>{isBack ? t.mend : t.see}</ButtonLink>
    </article>
  );
}

export default function ProposalsPage({ loaderData }: Route.ComponentProps) {
  const { tab, open, back, rows, total, info } = loaderData;
  const t = reviewWords(useLanguage());
  const counts: Record<Tab, number | null> = { back, open, done: tab === "done" ? total : null };
  return (
    <CentrePage title={t.mine} lead={t.mineLead(open, back)} acts={<ButtonLink kind="1" to="/vendor/products/new">{t.newListing}</ButtonLink>}>
      <nav className="l-tabs" aria-label={t.tabsLabel}>
        {TABS.map((one) => (
          <Link key={one} to={`${HERE}?state=${one}`} aria-current={one === tab ? "page" : undefined}>
            {t.mineTabs[one]} {counts[one] === null ? null : <b className="num">{counts[one]}</b>}
          </Link>
        ))}
      </nav>
      <Panel title={t.mineTabs[tab]} count={total} flush>
        {rows.length ? rows.map((proposal) => <Case key={proposal.id} proposal={proposal} />) : <Nothing head={t.none[tab]}>{t.noneBody[tab]}</Nothing>}
      </Panel>
      {info ? <ListPages info={info} query={{ state: tab }} here={HERE} /> : null}
    </CentrePage>
  );
}
