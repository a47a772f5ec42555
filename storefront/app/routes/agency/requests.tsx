import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Pages } from "~/rooms/payments/parts.tsx";
import { RequestRow } from "~/rooms/requests/RequestRows.tsx";
import { loadRequests } from "~/rooms/requests/requests.server.ts";
import { requestWords } from "~/rooms/requests/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/requests";

const HERE = "/agency/requests";

export async function loader({ context, request }: Route.LoaderArgs) {
  return { ...(await loadRequests(context, request)), done: new URL(request.url).searchParams.get("done") };
}

type Loaded = Route.ComponentProps["loaderData"];

function Tabs({ tabs, tab, search, toDecide }: Pick<Loaded, "tabs" | "tab" | "search" | "toDecide">) {
  const t = requestWords(useLanguage());
  return (
    <nav className="tabs desk-tabs" aria-label={t.state}>
      {tabs.map((one) => (
        <Link key={one} to={`${HERE}?tab=${one}`} aria-current={!search && one === tab ? "page" : undefined}>
          {t.tab[one]}
          {one === "decide" && toDecide ? <span className="num"> {toDecide}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Search({ tab, search }: Pick<Loaded, "tab" | "search">) {
  const t = requestWords(useLanguage());
  return (
    <form method="get" className="desk-find more" role="search">
      <input type="hidden" name="tab" value={tab} />
      <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={60} />
      <Button kind="2">{t.doSearch}</Button>
    </form>
  );
}

export default function RequestsPage({ loaderData }: Route.ComponentProps) {
  const { page, tab, search, isFirst, canRequest, now, done } = loaderData;
  const t = requestWords(useLanguage());
  const rows = nodesOf(page);
  const query = search ? `tab=${tab}&q=${encodeURIComponent(search)}` : `tab=${tab}`;
  return (
    <AgencyPage title={t.title} lead={t.lead} acts={canRequest ? <ButtonLink kind="1" to="/agency/requests/new"><Icon name="plus" size="s" />{t.add}</ButtonLink> : null}>
      {done === "deleted" ? <Notice kind="ok" live>{t.removed}</Notice> : null}
      <Tabs {...loaderData} />
      <Panel title={search ? `“${search}”` : t.tab[tab]} count={page?.totalCount ?? 0} more={<Search tab={tab} search={search} />} flush>
        {rows.length ? (
          rows.map((row) => <RequestRow key={row.id} row={row} now={now} />)
        ) : (
          <Nothing head={search ? t.notFound : t.none[tab]}>{canRequest && tab === "mine" ? <><p>{t.noneBody}</p><ButtonLink size="s" to="/public">{t.toItems}</ButtonLink></> : null}</Nothing>
        )}
      </Panel>
      <Pages page={page} here={HERE} query={query} label={t.next} isFirst={isFirst} />
    </AgencyPage>
  );
}
