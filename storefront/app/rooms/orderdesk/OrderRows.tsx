import { imagePath } from "~/lib/images.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { DeskRow } from "./orderdesk.server.ts";
import { DueDay, orderPath, OrderState, useGoods, Won } from "./parts.tsx";
import { useOrderWords } from "./words.ts";

/** What was ordered, with its picture and number, leading to the order. */
export function OrderGoods({ row }: { row: DeskRow }) {
  const goods = useGoods();
  const url = row.lines.find((line) => line.thumbnail)?.thumbnail?.url;
  return (
    <span className="order-goods">
      {url ? <img src={imagePath(url)} alt="" width={44} height={44} loading="lazy" /> : <span className="blank" />}
      <span>
        <Link className="link" to={orderPath(row.id)}>
          <Local text={goods(row.lines)} />
        </Link>
        <small className="num mute">{row.number}</small>
      </span>
    </span>
  );
}

export function OrderReceiver({ row }: { row: DeskRow }) {
  const t = useOrderWords();
  return (
    <span>
      {row.buyerOrganization ? <Local text={row.buyerOrganization} /> : null} <Local text={row.receiverName ?? ""} /> {row.isPaidLater ? <span className="tag info">{t.paidLater}</span> : null}
    </span>
  );
}

/** How many pieces are still to be sent, or all where none is. */
export const piecesOf = (row: DeskRow): number => open(row) || all(row);
const open = (row: DeskRow): number => row.lines.reduce((sum, line) => sum + line.quantityToFulfill, 0);
const all = (row: DeskRow): number => row.lines.reduce((sum, line) => sum + line.quantity, 0);

/** The one thing to do with an order. */
export function OrderNext({ row }: { row: DeskRow }) {
  const t = useOrderWords();
  const canShip = row.availableActions?.includes("SHIP");
  return (
    <ButtonLink size="s" kind={canShip && row.dueState !== "IN_TIME" ? "1" : "2"} to={`${orderPath(row.id)}${canShip ? "#send" : ""}`} aria-label={`${canShip ? t.ship : t.open}: ${row.number}`}>
      {canShip ? t.ship : t.open}
    </ButtonLink>
  );
}

/** The orders with a box each, and what can be done with those that are chosen. One form; every button says where it goes. */
export function OrderRows({ rows, query }: { rows: DeskRow[]; query: string }) {
  const t = useOrderWords();
  return (
    <form method="post" action={`/vendor/orders?${query}`} className="order-list">
      <div className="order-bar">
        <label className="ck" data-choose-all hidden>
          <input type="checkbox" />
          <span>{t.chooseAll}</span>
        </label>
        <span className="sub sm">{t.withChosen}</span>
        <Button size="s" name="intent" value="confirm">{t.confirm}</Button>
        <Button size="s" name="intent" value="prepare">{t.prepare}</Button>
        <Button size="s" formMethod="get" formAction="/vendor/papers.pdf" formTarget="_blank" name="kind" value="packing">
          <Icon name="print" size="s" />
          {t.packing}
        </Button>
        <Button size="s" formMethod="get" formAction="/vendor/papers.pdf" formTarget="_blank" name="kind" value="statement">
          <Icon name="doc" size="s" />
          {t.statement}
        </Button>
        <Button size="s" kind="1" formMethod="get" formAction="/vendor/orders/ship">
          <Icon name="truck" size="s" />
          {t.shipChosen}
        </Button>
      </div>
      <Table
        caption={t.title}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            head: t.choose,
            cell: (row) => (
              <label className="order-box">
                <input type="checkbox" name="id" value={row.id} />
                <span className="vh">{t.chooseOne(row.number)}</span>
              </label>
            ),
          },
          { head: t.order, isMain: true, cell: (row) => <OrderGoods row={row} /> },
          {
            head: t.receiver,
            cell: (row) => <OrderReceiver row={row} />,
          },
          { head: t.pieces, align: "r", cell: (row) => <span className="num">{t.count(piecesOf(row))}</span> },
          { head: t.amount, align: "r", cell: (row) => <span className="num"><Won money={row.total.gross} /></span> },
          {
            head: t.sendBy,
            cell: (row) => (
              <span className="order-due">
                <DueDay on={row.dueOn} state={row.dueState} />
                <OrderState state={row.state} />
              </span>
            ),
          },
          { head: t.act, align: "r", cell: (row) => <OrderNext row={row} /> },
        ]}
      />
    </form>
  );
}
