import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { listAction, loadList } from "~/rooms/lists/lists.server.ts";
import { Standing, Thing, Unit } from "~/rooms/lists/Parts.tsx";
import { canFill, quotePath } from "~/rooms/lists/state.ts";
import { listWords } from "~/rooms/lists/words.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/list";
import "~/styles/lists.css";

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadList(context, request, params.id);
export const action = ({ context, request, params }: Route.ActionArgs) => listAction(context, request, params.id);

type List = Route.ComponentProps["loaderData"]["list"];
type Item = List["items"][number];

function Notes({ item, mayFill }: { item: Item; mayFill: boolean }) {
  const t = listWords(useLanguage());
  const id = item.line.variantId ?? "";
  if (!mayFill) return item.note ? <small className="mute"><Local text={item.note} /></small> : null;
  return <input className="in buy-note" name={`n:${id}`} defaultValue={item.note} maxLength={200} aria-label={`${t.note}: ${item.line.productName}`} placeholder={t.note} />;
}

function Moves({ id, name }: { id: string; name: string }) {
  const t = listWords(useLanguage());
  return (
    <span className="buy-moves">
      <Button kind="3" size="xs" name="intent" value={`up:${id}`} aria-label={`${t.up}: ${name}`}>↑</Button>
      <Button kind="3" size="xs" name="intent" value={`down:${id}`} aria-label={`${t.down}: ${name}`}>↓</Button>
    </span>
  );
}

function Items({ list }: { list: List }) {
  const t = listWords(useLanguage());
  const { mayFill } = list;
  const idOf = (item: Item) => item.line.variantId ?? "";
  return (
    <Table
      caption={list.name}
      rows={list.items}
      keyOf={(item) => idOf(item)}
      columns={[
        {
          head: t.pick,
          cell: (item) => (
            <>
              <input type="hidden" name="row" value={idOf(item)} />
              <input type="checkbox" name="pick" value={idOf(item)} defaultChecked={canFill(item.line)} disabled={!canFill(item.line)} aria-label={`${t.pick}: ${item.line.productName}`} />
            </>
          ),
        },
        { head: t.item, isMain: true, cell: (item) => <><Thing line={item.line} /><Notes item={item} mayFill={mayFill} /></> },
        { head: t.price, align: "r", cell: (item) => <Unit line={item.line} /> },
        { head: t.quantity, cell: (item) => <input className="in num buy-q" name={`q:${idOf(item)}`} defaultValue={item.line.quantity} inputMode="numeric" maxLength={6} aria-label={`${t.quantity}: ${item.line.productName}`} /> },
        { head: t.sum, align: "r", cell: (item) => <b className="num">{item.line.totalPrice ? formatNumber(item.line.totalPrice.amount) : "–"}</b> },
        { head: t.state, cell: (item) => <Standing line={item.line} /> },
        ...(mayFill
          ? [{ head: t.remove, cell: (item: Item) => <span className="buy-acts"><Checkbox name="remove" value={idOf(item)} label={t.remove} aria-label={`${t.remove}: ${item.line.productName}`} /><Moves id={idOf(item)} name={item.line.productName} /></span> }]
          : []),
      ]}
    />
  );
}

function Filling({ list }: { list: List }) {
  const language = useLanguage();
  const t = listWords(language);
  if (!list.items.length) return <Panel title={t.items} flush><Nothing head={t.empty}><p>{t.emptyBody}</p><ButtonLink kind="1" to="/public">{t.find}</ButtonLink></Nothing></Panel>;
  const buyable = list.items.filter((item) => item.line.standing === "BUYABLE");
  const total = buyable.reduce((sum, item) => sum + (item.line.totalPrice?.amount ?? 0), 0);
  const byQuote = list.items.filter((item) => item.line.standing === "QUOTE_ONLY").map((item) => item.line);
  return (
    <Panel title={t.items} count={list.items.length} more={byQuote.length ? <ButtonLink size="s" to={quotePath(byQuote)}>{t.byQuote} {byQuote.length}</ButtonLink> : null} flush>
      <form method="post">
        <div className="buy-rows"><Items list={list} /></div>
        <div className="buy-foot">
          <p className="num">{t.total} <b>{formatWon(total, language)}</b></p>
          <Checkbox name="less" label={t.less} />
          <span className="acts">
            {list.mayFill ? <Button name="intent" value="save">{t.save}</Button> : null}
            <Button kind="1" name="intent" value="fill"><Icon name="cart" size="s" />{t.fill}</Button>
          </span>
        </div>
      </form>
    </Panel>
  );
}

function Settings({ list, errors }: { list: List; errors?: FieldError[] }) {
  const t = listWords(useLanguage());
  return (
    <Panel title={t.settings}>
      {list.mayGovern ? (
        <form method="post" className="buy-put">
          <Field label={t.name} name="name" defaultValue={list.name} required maxLength={80} error={errorOf(errors, "name")?.message} />
          <Field label={t.note} name="note" defaultValue={list.note} maxLength={300} error={errorOf(errors, "note")?.message} />
          <p><Button name="intent" value="update">{t.rename}</Button></p>
        </form>
      ) : null}
      <form method="post" className="buy-acts">
        {list.mayGovern ? <Button size="s" name="intent" value={list.isShared ? "unshare" : "share"}>{list.isShared ? t.unshare : t.doShare}</Button> : null}
        <Button size="s" name="intent" value="copy">{t.copy}</Button>
      </form>
      {list.mayGovern ? (
        <details className="buy-delete">
          <summary>{t.remove2}</summary>
          <form method="post">
            <p><b>{t.removeHead}</b> {t.removeBody}</p>
            <p><Button kind="x" size="s" name="intent" value="delete">{t.remove2}</Button></p>
          </form>
        </details>
      ) : null}
    </Panel>
  );
}

export default function ListPage({ loaderData, actionData }: Route.ComponentProps) {
  const { list, ok, filled, left } = loaderData;
  const t = listWords(useLanguage());
  const errors = actionData?.errors;
  const whose = list.isShared ? t.sharedWith(list.department?.name ?? t.whole) : t.onlyOwner;
  return (
    <AgencyPage title={list.name} lead={<Local text={[whose, list.owner, list.note].filter(Boolean).join(" · ")} />} crumb={<Link to="/agency/lists">{t.back}</Link>} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={errors?.filter((error) => error.field !== "name" && error.field !== "note")} done={ok && ok !== "filled" ? t.ok[ok] : null} />
      {ok === "filled" ? (
        <Notice kind={left ? "warn" : "ok"} live>
          {filled ? t.filled(filled) : null} {left ? t.left(left) : null} <Link className="link" to="/public/cart">{t.toCart}</Link>
        </Notice>
      ) : null}
      <Filling list={list} />
      <Settings list={list} errors={errors} />
    </AgencyPage>
  );
}
