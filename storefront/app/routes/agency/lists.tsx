import { useLanguage } from "~/lib/i18n/index.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { listsAction, loadLists } from "~/rooms/lists/lists.server.ts";
import { listPath } from "~/rooms/lists/state.ts";
import { listWords } from "~/rooms/lists/words.ts";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/lists";
import "~/styles/lists.css";

const HERE = "/agency/lists";

export const loader = ({ context, request }: Route.LoaderArgs) => loadLists(context, request);
export const action = ({ context, request }: Route.ActionArgs) => listsAction(context, request);

type Loaded = Route.ComponentProps["loaderData"];
type List = ReturnType<typeof nodesOf<NonNullable<Loaded["lists"]>["edges"][number]["node"]>>[number];

function SharedWith({ list }: { list: List }) {
  const t = listWords(useLanguage());
  if (!list.isShared) return <span className="tag">{t.own}</span>;
  return <Local text={list.department?.name ?? t.whole} />;
}

function Rows({ lists }: { lists: readonly List[] }) {
  const language = useLanguage();
  const t = listWords(language);
  return (
    <Table
      caption={t.title}
      rows={lists}
      keyOf={(list) => list.id}
      columns={[
        {
          head: t.name, isMain: true,
          cell: (list) => (
            <span className="buy-name">
              <Link className="link" to={listPath(list.id)}><b><Local text={list.name} /></b></Link>
              {list.note ? <small className="mute"><Local text={list.note} /></small> : null}
            </span>
          ),
        },
        { head: t.items, align: "r", cell: (list) => <span className="num">{list.itemCount}</span> },
        { head: t.shared, cell: (list) => <SharedWith list={list} /> },
        { head: t.owner, cell: (list) => <Local text={list.owner ?? ""} /> },
        { head: t.changed, cell: (list) => <span className="num">{formatMoment(list.updatedAt, language)}</span> },
      ]}
    />
  );
}

function NewFields({ errors }: { errors?: FieldError[] }) {
  const t = listWords(useLanguage());
  return (
    <>
      <Field label={t.name} name="name" maxLength={80} error={errorOf(errors, "name")?.message} />
      <Field label={t.note} name="note" maxLength={300} error={errorOf(errors, "note")?.message} />
      <fieldset className="buy-share">
        <legend>{t.share}</legend>
        <Checkbox type="radio" name="share" value="department" defaultChecked label={t.withDepartment} />
        <Checkbox type="radio" name="share" value="agency" label={t.withAgency} />
        <Checkbox type="radio" name="share" value="own" label={t.onlyMe} />
      </fieldset>
    </>
  );
}

/** Somebody came with something to put on a list. */
function Put({ loaded, errors }: { loaded: Loaded; errors?: FieldError[] }) {
  const t = listWords(useLanguage());
  const { picked } = loaded.waiting;
  const lists = nodesOf(loaded.lists).filter((list) => list.mayFill);
  return (
    <Panel title={picked.length > 1 ? t.putHead(picked.length) : t.putOne}>
      <form method="post" className="buy-put">
        {picked.map(({ variant, quantity }) => (
          <span key={variant} hidden>
            <input type="hidden" name="pick" value={variant} />
            <input type="hidden" name={`q:${variant}`} value={quantity} />
          </span>
        ))}
        <div role="radiogroup" aria-label={t.title}>
          {lists.map((list, place) => <Checkbox key={list.id} type="radio" name="list" value={list.id} defaultChecked={place === 0} label={<Local text={list.name} />} note={list.itemCount} />)}
          <Checkbox type="radio" name="list" value="new" defaultChecked={!lists.length} label={t.newList} />
        </div>
        <NewFields errors={errors} />
        <p><Button kind="1" name="intent" value="put">{t.put}</Button></p>
      </form>
    </Panel>
  );
}

export default function ListsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lists, waiting, search, isFirst, ok } = loaderData;
  const t = listWords(useLanguage());
  const rows = nodesOf(lists);
  const errors = actionData?.errors;
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(errors?.length)} acts={<><ButtonLink to="/agency/quick-order">{t.quick}</ButtonLink><ButtonLink kind="1" to="/public">{t.find}</ButtonLink></>}>
      <Outcome errors={errors?.filter((error) => error.field !== "name" && error.field !== "note")} done={ok ? t.ok[ok] : null} />
      {waiting.picked.length ? <Put loaded={loaderData} errors={errors} /> : null}
      {rows.length > 5 || search ? (
        <form method="get" className="buy-search" role="search">
          <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={100} />
          <Button>{t.show}</Button>
        </form>
      ) : null}
      <Panel title={t.title} count={lists?.totalCount ?? rows.length} flush>
        {rows.length ? <div className="buy-rows"><Rows lists={rows} /></div> : <Nothing head={search ? t.noneFound : t.none}>{search ? null : <p>{t.noneBody}</p>}</Nothing>}
      </Panel>
      <Pages page={lists} here={HERE} query={search ? `q=${encodeURIComponent(search)}` : ""} label={t.next} isFirst={isFirst} />
      {waiting.picked.length ? null : (
        <Panel title={t.make}>
          <form method="post" className="buy-put">
            <NewFields errors={errors} />
            <p><Button kind="1" name="intent" value="create">{t.make}</Button></p>
          </form>
        </Panel>
      )}
    </AgencyPage>
  );
}
