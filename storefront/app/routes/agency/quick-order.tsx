import formIsland from "~/islands/form.ts?worker&url";
import type { BuyLineFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { AgencyPage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { loadQuick, quickAction } from "~/rooms/lists/lists.server.ts";
import { Standing, Thing, Unit } from "~/rooms/lists/Parts.tsx";
import { canFill, quotePath, slotOf } from "~/rooms/lists/state.ts";
import { listWords } from "~/rooms/lists/words.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/quick-order";
import "~/styles/lists.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, request }: Route.LoaderArgs) => loadQuick(context, request);
export const action = ({ context, request }: Route.ActionArgs) => quickAction(context, request);

type Again = NonNullable<Route.ComponentProps["loaderData"]["again"]>;
type Row = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["rows"]>[number];

function Pick({ line, place, quantity, isChosen }: { line: BuyLineFragment; place: number; quantity: number; isChosen: boolean }) {
  const t = listWords(useLanguage());
  const id = line.variantId ? slotOf(place, line.variantId) : "";
  return (
    <span className="buy-pick">
      <input type="checkbox" name="pick" value={id} defaultChecked={isChosen && canFill(line)} disabled={!id || !canFill(line)} aria-label={`${t.pick}: ${line.productName}`} />
      <input className="in num buy-q" name={`q:${id}`} defaultValue={quantity} inputMode="numeric" maxLength={6} aria-label={`${t.quantity}: ${line.productName}`} disabled={!id || !canFill(line)} />
    </span>
  );
}

/** Several things to choose from: nothing is chosen for the reader. */
function Choices({ row, lines, head }: { row: Row; lines: BuyLineFragment[]; head: string }) {
  if (!lines.length) return null;
  return (
    <div className="buy-choices">
      <small className="mute">{head}</small>
      {lines.map((line) => <div key={line.variantId}><Pick line={line} place={row.number} quantity={row.quantity} isChosen={false} /><Thing line={line} /><Standing line={line} /></div>)}
    </div>
  );
}

function Foot() {
  const t = listWords(useLanguage());
  return (
    <div className="buy-foot">
      <Checkbox name="less" label={t.less} />
      <span className="acts"><Button kind="1" name="intent" value="fill"><Icon name="cart" size="s" />{t.fill}</Button></span>
    </div>
  );
}

function Found({ rows, text }: { rows: Row[]; text: string }) {
  const t = listWords(useLanguage());
  const good = rows.filter((row) => row.line && canFill(row.line)).length;
  const byQuote = rows.flatMap((row) => (row.line?.standing === "QUOTE_ONLY" ? [row.line] : []));
  return (
    <Panel title={t.result} count={rows.length} more={byQuote.length ? <ButtonLink size="s" to={quotePath(byQuote)}>{t.byQuote} {byQuote.length}</ButtonLink> : null} flush>
      <p className="buy-note-line">{good ? t.foundCount(good, rows.length) : t.nothing} {good < rows.length ? t.unknownHint : null}</p>
      <form method="post" encType="multipart/form-data">
        <textarea name="text" defaultValue={text} hidden readOnly />
        <div className="buy-rows">
          <Table
            caption={t.result}
            rows={rows}
            keyOf={(row) => String(row.number)}
            columns={[
              { head: t.line, align: "r", cell: (row) => <span className="num">{row.number}</span> },
              { head: t.code, cell: (row) => <span className="buy-code"><Local text={row.code || "–"} /></span> },
              {
                head: t.item, isMain: true,
                cell: (row) =>
                  row.line ? <Thing line={row.line} /> : <><span className={row.outcome === "AMBIGUOUS" ? "tag warn" : "tag bad"}>{t.outcome[row.outcome]}</span><Choices row={row} lines={row.choices} head={t.outcome.AMBIGUOUS ?? ""} /><Choices row={row} lines={row.guesses} head={t.guess} /></>,
              },
              { head: t.price, align: "r", cell: (row) => (row.line ? <Unit line={row.line} /> : null) },
              { head: t.quantity, cell: (row) => (row.line ? <Pick line={row.line} place={row.number} quantity={row.quantity} isChosen /> : null) },
              { head: t.sum, align: "r", cell: (row) => (row.line?.totalPrice ? <b className="num">{formatNumber(row.line.totalPrice.amount)}</b> : null) },
              { head: t.state, cell: (row) => (row.line ? <Standing line={row.line} /> : null) },
            ]}
          />
        </div>
        <Foot />
      </form>
    </Panel>
  );
}

function Entry({ text, errors }: { text: string; errors?: FieldError[] }) {
  const t = listWords(useLanguage());
  const error = errorOf(errors, "file")?.message;
  return (
    <Panel title={t.codes}>
      <form method="post" encType="multipart/form-data" className="buy-entry" data-once={t.reading}>
        <TextArea label={t.codes} name="text" defaultValue={text} rows={8} maxLength={30_000} hint={t.codesHint} error={errorOf(errors, "text")?.message} placeholder={"116-06710-1\t10\n577-02684-2\t3"} spellCheck={false} />
        <div className="field">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" className="filein" accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-invalid={error ? true : undefined} aria-describedby={error ? "file-hint file-error" : "file-hint"} />
          <p className="hint" id="file-hint">{t.fileHint}</p>
          {error ? <p className="err" id="file-error"><Icon name="alert" size="s" /><span>{error}</span></p> : null}
        </div>
        <p><Button kind="1" name="intent" value="read">{t.read}</Button></p>
      </form>
    </Panel>
  );
}

function Repeat({ again, errors }: { again: Again; errors?: FieldError[] }) {
  const language = useLanguage();
  const t = listWords(language);
  const byQuote = again.lines.flatMap(({ line }) => (line.standing === "QUOTE_ONLY" ? [line] : []));
  return (
    <AgencyPage title={t.againTitle(again.orderNumber)} lead={t.againLead(formatDate(again.orderedAt, language))} crumb={<Link to="/public/account/orders">{t.back}</Link>} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={errors} />
      <Panel title={t.items} count={again.lines.length} more={byQuote.length ? <ButtonLink size="s" to={quotePath(byQuote)}>{t.byQuote} {byQuote.length}</ButtonLink> : null} flush>
        <form method="post">
          <div className="buy-rows">
            <Table
              caption={t.items}
              rows={again.lines.map((line, place) => ({ ...line, place }))}
              keyOf={(row) => String(row.place)}
              columns={[
                { head: t.item, isMain: true, cell: ({ line, productName }) => <Thing line={line} name={productName} /> },
                { head: t.before, align: "r", cell: ({ line, quantityThen }) => <span className="buy-unit num">{line.seenPrice ? formatWon(line.seenPrice.amount, language) : "–"}<small className="mute">{t.pieces(quantityThen)}</small></span> },
                { head: t.now, align: "r", cell: ({ line }) => <Unit line={line} /> },
                { head: t.quantity, cell: ({ line, place }) => <Pick line={line} place={place} quantity={line.quantity} isChosen /> },
                { head: t.state, cell: ({ line }) => <Standing line={line} /> },
              ]}
            />
          </div>
          <Foot />
        </form>
      </Panel>
    </AgencyPage>
  );
}

export default function QuickOrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = listWords(useLanguage());
  const errors = actionData?.errors;
  if (loaderData.again) return <Repeat again={loaderData.again} errors={errors} />;
  return (
    <AgencyPage title={t.quickTitle} lead={t.quickLead} crumb={<Link to="/agency/lists">{t.back}</Link>} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={errors?.filter((error) => error.field !== "text" && error.field !== "file")} />
      {actionData?.rows ? <Found rows={actionData.rows} text={actionData.text} /> : null}
      {actionData?.rows && !actionData.rows.length ? <Notice kind="info">{t.nothing}</Notice> : null}
      <Entry text={actionData?.text ?? ""} errors={errors} />
    </AgencyPage>
  );
}
