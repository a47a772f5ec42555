import { imagePath } from "~/lib/images.ts";
import type { ReturnedListingFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import type { DeskRow } from "~/rooms/orderdesk/orderdesk.server.ts";
import { OrderGoods, OrderNext, OrderReceiver, piecesOf } from "~/rooms/orderdesk/OrderRows.tsx";
import { DueDay, Won } from "~/rooms/orderdesk/parts.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Step } from "./begin.ts";
import { todayWords } from "./todayWords.ts";
import { BarFill } from "~/ui/BarFill.tsx";

/** The orders that are due first, each with the one thing to do. */
export function DueFirst({ rows, count }: { rows: DeskRow[]; count: number }) {
  const t = todayWords(useLanguage());
  const o = useOrderWords();
  if (!rows.length) return <Panel title={t.due} flush><Nothing head={t.dueNone}>{t.dueNoneBody}</Nothing></Panel>;
  return (
    <Panel title={t.due} count={count} more={<Link className="link sm more" to="/vendor/orders">{t.toOrders}</Link>} flush>
      <div className="today-orders">
        <Table
          caption={t.due}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { head: o.order, isMain: true, cell: (row) => <OrderGoods row={row} /> },
            { head: o.receiver, cell: (row) => <OrderReceiver row={row} /> },
            { head: o.pieces, align: "r", cell: (row) => <span className="num">{o.count(piecesOf(row))}</span> },
            { head: o.amount, align: "r", cell: (row) => <span className="num"><Won money={row.total.gross} /></span> },
            { head: o.sendBy, cell: (row) => <DueDay on={row.dueOn} state={row.dueState} /> },
            { head: o.act, align: "r", cell: (row) => <OrderNext row={row} /> },
          ]}
        />
      </div>
    </Panel>
  );
}

function Back({ listing }: { listing: ReturnedListingFragment }) {
  const language = useLanguage();
  const t = todayWords(language);
  const url = listing.product?.thumbnail?.url;
  // What is to be mended, then what staff added; remarks on a new listing stand in the comment, one a line, as "[field] what".
  const lines = [...listing.changes.filter((change) => change.reason).map((change) => ({ head: change.label, text: change.reason })), ...listing.comment.split("\n").filter(Boolean).map((text) => ({ head: "", text }))];
  return (
    <article className="today-back">
      {url ? <img src={imagePath(url)} alt="" width={56} height={56} loading="lazy" /> : <span className="blank" />}
      <div>
        <h3><Local text={listing.productName} /></h3>
        <p className="sm mute num">{listing.kind === "NEW_LISTING" ? t.newListing : t.change}{listing.decidedAt ? ` · ${t.cameBack(formatDate(listing.decidedAt, language))}` : ""}</p>
        {lines.length ? (
          <ul>
            {lines.map((line) => (
              <li key={`${line.head}${line.text}`} className={line.head || line.text.startsWith("[") ? undefined : "fine"}>
                <Icon name={line.head || line.text.startsWith("[") ? "x" : "info"} size="s" />
                <span>{line.head ? <b>{line.head} </b> : null}<Local text={line.text} /></span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="sm sub">{t.noReason}</p>
        )}
      </div>
      <ButtonLink size="s" kind="1" to={`/vendor/proposals/${encodeURIComponent(listing.id)}`} aria-label={t.mendOf(listing.productName)}>{t.mend}</ButtonLink>
    </article>
  );
}

/** What staff sent back, with why. */
export function Returned({ rows, count }: { rows: readonly ReturnedListingFragment[]; count: number }) {
  const t = todayWords(useLanguage());
  if (!rows.length) return null;
  return (
    <Panel title={t.returned} count={count} more={<Link className="link sm more" to="/vendor/proposals?state=back">{t.allReturned}</Link>} flush>
      {rows.map((listing) => (
        <Back key={listing.id} listing={listing} />
      ))}
    </Panel>
  );
}

/** The way to the first sale, with what is done. */
export function Begin({ steps }: { steps: readonly Step[] }) {
  const t = todayWords(useLanguage());
  const done = steps.filter((step) => step.isDone).length;
  const next = steps.find((step) => !step.isDone);
  return (
    <Panel title={t.begin} note={t.beginNote(done, steps.length)} flush>
      <p className="bar today-bar" aria-hidden="true"><BarFill percent={(100 * done) / steps.length} /></p>
      <ol className="today-begin">
        {steps.map((step) => {
          const [head = "", body = ""] = t.steps[step.name];
          return (
            <li key={step.name} className={step.isDone ? "is-done" : undefined}>
              <span className="mark">{step.isDone ? <Icon name="check" size="s" /> : null}</span>
              <span>
                <b>{head}</b> <span className="vh">{step.isDone ? t.done : t.todo}</span>
                <small>{body}</small>
              </span>
              {step.isDone ? <span className="sm mute" aria-hidden="true">{t.done}</span> : <ButtonLink size="s" kind={step === next ? "1" : "2"} to={step.path} aria-label={t.goOf(head)}>{t.go}</ButtonLink>}
            </li>
          );
        })}
      </ol>
      {next ? null : <p className="today-ready">{t.allDone}</p>}
    </Panel>
  );
}
