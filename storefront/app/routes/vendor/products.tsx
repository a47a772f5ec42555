import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { ListingsDocument, type ProductOrder, type SaleStateEnum } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import type { FieldError } from "~/lib/form.ts";
import { formatWon } from "~/lib/money.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { ensureAbility, gqlCentre, membershipOf } from "~/rooms/centre/centre.server.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { groundOf, languageOf, loadListing, noticeOf } from "~/rooms/listings/listings.server.ts";
import { Answer, ListPages, pagingOf, StateTags, Thumb, useListing } from "~/rooms/listings/Parts.tsx";
import { publishListing } from "~/rooms/listings/save.server.ts";
import { isLive, heldOf, listingPath, piecesOf, priceIn, tabOf, TABS, type Row, type Tab } from "~/rooms/listings/state.ts";
import { saveStocks } from "~/rooms/listings/stock.server.ts";
import { listingWords } from "~/rooms/listings/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/products";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/products";
const SIZE = 20;
const SHOWN_VARIANTS = 4;
const SORTS = { changed: undefined, name: { direction: "ASC", field: "NAME" }, price: { direction: "ASC", field: "PRICE" }, newest: { direction: "DESC", field: "CREATED_AT" } } as const satisfies Record<string, ProductOrder | undefined>;
type Sort = keyof typeof SORTS;
const sortOf = (value: string | null): Sort => (value && value in SORTS ? (value as Sort) : "changed");

async function load(context: Route.LoaderArgs["context"], request: Request) {
  const membership = await membershipOf(context, request);
  ensureAbility(membership, "MANAGE_STOCK");
  const query = appOf(context).url.searchParams;
  const [tab, sort, search] = [tabOf(query.get("state")), sortOf(query.get("sort")), (query.get("q") ?? "").trim().slice(0, 100)];
  const states: SaleStateEnum[] | undefined = tab === "ALL" ? undefined : [tab];
  const found = await gqlCentre(context, ListingsDocument, {
    vendor: membership.vendor.id, states, search: search || undefined, sort: SORTS[sort], language: languageOf(context).languageCode, ...pagingOf(query, SIZE),
  });
  return { membership, query, tab, sort, search, counts: found.vendorProductCounts, page: found.vendorProducts };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { membership, query, tab, sort, search, counts, page } = await load(context, request);
  const rows = nodesOf(page);
  return {
    tab, sort, search, counts, rows, total: page?.totalCount ?? 0, info: page?.pageInfo ?? null,
    canEdit: membership.abilities.includes("MANAGE_LISTINGS"), hiding: rows.find((row) => row.id === query.get("hide")) ?? null, done: query.get("done") ?? "", about: query.get("about"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const back = (done: string, about = "") => {
    const query = new URLSearchParams(appOf(context).url.searchParams);
    for (const name of ["hide", "done", "about"]) query.delete(name);
    query.set("done", done);
    if (about) query.set("about", about);
    return redirect(`${HERE}?${query.toString()}`, 303);
  };
  const [hide, show] = [form.get("hide"), form.get("show")];
  if (typeof hide === "string" || typeof show === "string") {
    const membership = await membershipOf(context, request);
    ensureAbility(membership, "MANAGE_LISTINGS");
    const id = String(hide ?? show);
    const { product } = await loadListing(context, membership.vendor.id, id);
    const { errors, waits } = await publishListing(context, product, show !== null, await noticeOf(context, product));
    if (errors.length) return data({ errors, typed: {} as Record<string, string> }, { status: 400 });
    return back(waits ? "waits" : show === null ? "hidden" : "shown", id);
  }
  const { membership, page } = await load(context, request);
  const { warehouseId } = await groundOf(context, membership.vendor.id);
  const variants = nodesOf(page).flatMap((row) => row.variants ?? []);
  const answer = await saveStocks(context, form, variants, warehouseId, listingWords(appOf(context).language));
  if (answer.errors.length) return data({ errors: answer.errors, typed: answer.typed }, { status: 400 });
  return back("stock");
}

function Tabs({ current, counts, query }: { current: Tab; counts: Route.ComponentProps["loaderData"]["counts"]; query: Record<string, string> }) {
  const t = useListing();
  const numbers: Record<Tab, number> = {
    ALL: counts?.all ?? 0, SELLING: counts?.selling ?? 0, DRAFT: counts?.draft ?? 0, UNDER_REVIEW: counts?.underReview ?? 0, SENT_BACK: counts?.sentBack ?? 0, HIDDEN: counts?.hidden ?? 0, SOLD_OUT: counts?.soldOut ?? 0,
  };
  return (
    <nav className="l-tabs" aria-label={t.tabsLabel}>
      {TABS.map((tab) => (
        <Link key={tab} to={`${HERE}?${new URLSearchParams({ ...query, ...(tab === "ALL" ? {} : { state: tab.toLowerCase() }) }).toString()}`} aria-current={tab === current ? "page" : undefined}>
          {t.tabs[tab]} <b className="num">{numbers[tab]}</b>
        </Link>
      ))}
    </nav>
  );
}

function Prices({ row }: { row: Row }) {
  const t = useListing();
  const language = useLanguage();
  const prices = (["citizen", "public"] as const).map((channel) => ({ channel, price: priceIn(row, channel) }));
  if (row.isQuoteOnly) return <>{t.quote}</>;
  if (prices.every(({ price }) => !price)) return <span className="mute">{t.unpriced}</span>;
  return (
    <dl className="l-prices num">
      {prices.map(({ channel, price }) =>
        price ? (
          <div key={channel}>
            <dt>{channel === "citizen" ? t.citizen : t.agency}</dt>
            <dd>
              {formatWon(price.amount, language)}
              {price.isFrom ? "~" : ""}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Stocks({ row, typed, errors }: { row: Row; typed: Record<string, string>; errors: readonly FieldError[] }) {
  const t = useListing();
  const variants = row.variants ?? [];
  if (row.isQuoteOnly || !variants.length) return <span className="mute">–</span>;
  return (
    <div className="l-stocks">
      {variants.slice(0, SHOWN_VARIANTS).map((variant) => {
        const id = `stock-${variant.id}`;
        const isWrong = errors.some((error) => error.field === id);
        return (
          <div key={variant.id}>
            <label htmlFor={id}>
              {variants.length > 1 ? variant.name : <span className="vh">{t.stockOf(row.name)}</span>}
              {variants.length > 1 ? <span className="vh"> {t.stockOf(row.name)}</span> : null}
            </label>
            {variant.trackInventory && (variant.stocks?.length ?? 0) < 2 ? (
              <>
              <input type="hidden" name={`was:${id}`} value={piecesOf(variant)} />
              <input id={id} name={id} className={isWrong ? "in num is-error" : "in num"} inputMode="numeric" maxLength={9} defaultValue={typed[variant.id] ?? piecesOf(variant)} aria-invalid={isWrong || undefined} autoComplete="off" />
              </>
            ) : (
              <span className="num">{variant.trackInventory ? piecesOf(variant) : t.uncounted}</span>
            )}
            {heldOf(variant) ? <small>{t.held(heldOf(variant))}</small> : null}
          </div>
        );
      })}
      {variants.length > SHOWN_VARIANTS ? <Link className="link sm" to={listingPath(row.id, "/variants")}>{t.moreVariants(variants.length)}</Link> : null}
    </div>
  );
}

function Acts({ row, canEdit, query }: { row: Row; canEdit: boolean; query: Record<string, string> }) {
  const t = useListing();
  if (!canEdit) return null;
  const isDraft = row.saleState === "DRAFT";
  const isBack = row.openProposal?.status === "RETURNED";
  const edit = isDraft && !row.openProposal ? t.write : t.edit;
  return (
    <div className="l-acts">
      <ButtonLink size="s" kind={isBack ? "1" : "2"} to={listingPath(row.id)} aria-label={t.of(edit, row.name)}>{edit}</ButtonLink>
      {isLive(row) ? (
        <ButtonLink size="s" kind="3" to={`${HERE}?${new URLSearchParams({ ...query, hide: row.id }).toString()}`} aria-label={t.of(t.hide, row.name)}>{t.hide}</ButtonLink>
      ) : row.saleState === "HIDDEN" && !row.openProposal ? (
        <Button size="s" kind="3" name="show" value={row.id} aria-label={t.of(t.show, row.name)}>{t.show}</Button>
      ) : null}
    </div>
  );
}

function Rows({ rows, canEdit, query, typed, errors }: { rows: Row[]; canEdit: boolean; query: Record<string, string>; typed: Record<string, string>; errors: readonly FieldError[] }) {
  const t = useListing();
  return (
    <form method="post" className="l-list" noValidate>
      <button className="vh" name="intent" value="stock" tabIndex={-1} aria-hidden="true">{t.saveStock}</button>
      <Table
        caption={t.title}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            head: t.product,
            isMain: true,
            cell: (row) => (
              <div className="l-name">
                <Thumb image={row.thumbnail} />
                <span>
                  {canEdit ? <Link className="link" to={listingPath(row.id)}>{row.name}</Link> : <b>{row.name}</b>}
                  {row.openProposal?.status === "RETURNED" ? <Reasons row={row} /> : null}
                </span>
              </div>
            ),
          },
          { head: t.price, cell: (row) => <Prices row={row} /> },
          { head: t.stock, cell: (row) => <Stocks row={row} typed={typed} errors={errors} /> },
          { head: t.state, cell: (row) => <StateTags product={row} /> },
          { head: t.act, align: "r", cell: (row) => <Acts row={row} canEdit={canEdit} query={query} /> },
        ]}
      />
      {rows.some((row) => !row.isQuoteOnly && row.variants?.length) ? (
        <div className="l-foot">
          <p className="hint">{t.stockHint}</p>
          <Button kind="1" name="intent" value="stock">{t.saveStock}</Button>
        </div>
      ) : null}
    </form>
  );
}

function Reasons({ row }: { row: Row }) {
  const proposal = row.openProposal;
  if (!proposal) return null;
  const lines = [...proposal.changes.filter((change) => change.reason).map((change) => `${change.label}: ${change.reason}`), ...proposal.comment.split("\n").filter(Boolean)];
  return (
    <ul className="l-reasons">
      {lines.slice(0, 3).map((line) => (
        <li key={line}>
          <Icon name="x" size="s" /> {line}
        </li>
      ))}
    </ul>
  );
}

function First() {
  const t = useListing();
  return (
    <section className="l-first">
      <h2>{t.emptyHead}</h2>
      <p>{t.emptyBody}</p>
      <ol>
        {t.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ButtonLink kind="1" to={`${HERE}/new`}>{t.add}</ButtonLink>
    </section>
  );
}

function Hiding({ row, query }: { row: Row; query: Record<string, string> }) {
  const t = useListing();
  return (
    <section className="confirm" aria-labelledby="hiding">
      <h2 id="hiding">{t.hideAsk(row.name)}</h2>
      <p>{t.hideBody}</p>
      <form method="post" className="acts">
        <Button kind="x" name="hide" value={row.id}>{t.hideYes}</Button>
        <ButtonLink to={`${HERE}?${new URLSearchParams(query).toString()}`}>{t.cancel}</ButtonLink>
      </form>
    </section>
  );
}

export default function ProductsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { tab, sort, search, counts, rows, total, info, canEdit, hiding, done, about } = loaderData;
  const t = useListing();
  const answer = actionData as { errors: FieldError[]; typed: Record<string, string> } | undefined;
  const query: Record<string, string> = { ...(tab === "ALL" ? {} : { state: tab.toLowerCase() }), ...(search ? { q: search } : {}), ...(sort === "changed" ? {} : { sort }) };
  const { state: _, ...kept } = query;
  const acts = canEdit ? (
    <>
      <ButtonLink to="/vendor/bulk">{t.many}</ButtonLink>
      <ButtonLink kind="1" to={`${HERE}/new`}>
        <Icon name="plus" /> {t.add}
      </ButtonLink>
    </>
  ) : null;
  return (
    <CentrePage title={t.title} lead={canEdit ? t.lead((counts?.selling ?? 0) + (counts?.soldOut ?? 0)) : t.clerkLead} acts={acts} hasErrors={Boolean(answer?.errors.length)}>
      <Answer errors={answer?.errors} done={t.done[done]}>
        {done === "hidden" && about ? (
          <form method="post" className="l-undo">
            <Button size="s" name="show" value={about}>{t.undo}</Button>
          </form>
        ) : null}
      </Answer>
      {hiding ? <Hiding row={hiding} query={query} /> : null}
      {counts?.all === 0 && canEdit ? (
        <First />
      ) : (
        <>
          <Tabs current={tab} counts={counts} query={kept} />
          <Panel title={t.tabs[tab]} count={total} flush more={<Find tab={tab} sort={sort} search={search} />}>
            {rows.length ? <Rows rows={rows} canEdit={canEdit} query={query} typed={answer?.typed ?? {}} errors={answer?.errors ?? []} /> : (
              <Nothing head={t.nothing}>
                <Link className="link" to={HERE}>{t.clear}</Link>
              </Nothing>
            )}
          </Panel>
          {info ? <ListPages info={info} query={query} here={HERE} /> : null}
        </>
      )}
    </CentrePage>
  );
}

function Find({ tab, sort, search }: { tab: Tab; sort: Sort; search: string }) {
  const t = useListing();
  return (
    <form method="get" action={HERE} className="desk-find l-find more" role="search">
      {tab === "ALL" ? null : <input type="hidden" name="state" value={tab.toLowerCase()} />}
      <Field name="q" type="search" label={t.search} defaultValue={search} />
      <Select name="sort" label={t.sort} defaultValue={sort} options={(Object.keys(SORTS) as Sort[]).map((value) => ({ value, label: t.sorts[value] }))} />
      <Button size="s">{t.find}</Button>
    </form>
  );
}
