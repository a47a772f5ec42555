import type { RequestFullFragment, RequestOrderRowFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { usedOf } from "~/rooms/agency/budget.ts";
import { OrderTag, orderPath } from "~/rooms/purchaseorders/parts.tsx";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { BudgetEffect } from "./BudgetEffect.tsx";
import { requestPath } from "./RequestRows.tsx";
import { requestWords } from "./words.ts";

type Props = { request: RequestFullFragment };

/** What the budget line has, and what this request does to it; an ordered one is among what is used already. */
export function BudgetPart({ request: { budget, status, isHeld, total } }: Props) {
  if (!budget) return null;
  const asked = status === "APPROVED" ? 0 : total.gross.amount;
  const sums = { code: budget.code, name: budget.name, appropriated: budget.appropriated.amount, held: budget.held.amount, used: usedOf(budget) };
  return <BudgetEffect line={sums} ownHeld={isHeld ? total.gross.amount : 0} asked={asked} />;
}

/** What the requester may still do with it. */
export function OwnActs({ request }: Props) {
  const t = requestWords(useLanguage());
  if (!request.canEdit && !request.canWithdraw && !request.canDelete) return null;
  return (
    <div className="act">
      <Panel title={t.next2}>
        <div className="stack-form">
          {request.canEdit ? <ButtonLink kind="1" to={requestPath(request.id, "/edit")}>{request.status === "DRAFT" ? t.edit : t.resubmit}</ButtonLink> : null}
          {request.canWithdraw ? <ButtonLink to={requestPath(request.id, "?confirm=withdraw")}>{t.withdraw}</ButtonLink> : null}
          {request.canDelete ? (
            <form method="post">
              <Button kind="x" name="intent" value="delete">{t.remove}</Button>
            </form>
          ) : null}
        </div>
      </Panel>
    </div>
  );
}

function OrderRow({ order }: { order: RequestOrderRowFragment }) {
  const language = useLanguage();
  const t = requestWords(language);
  return (
    <li>
      <Link className="link" to={orderPath(order.id)}>{order.number}</Link> <OrderTag status={order.status} />
      <small className="num"><Local text={order.vendorOrder.vendor.name} /> · {formatNumber(order.vendorOrder.total.gross.amount)} · {t.by(formatDate(order.deliverBy, language))}</small>
    </li>
  );
}

/** The purchase orders that went out. */
export function OrdersPart({ request: { purchaseOrders } }: Props) {
  const t = requestWords(useLanguage());
  if (!purchaseOrders.length) return null;
  return (
    <Panel title={t.orders} count={purchaseOrders.length}>
      <ul className="req-papers">
        {purchaseOrders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
    </Panel>
  );
}

/** Every paper about it, and all of them together. */
export function PapersPart({ request }: Props) {
  const language = useLanguage();
  const t = requestWords(language);
  if (!request.papers.length) return null;
  return (
    <Panel title={t.papers} more={<Link className="link sm more" to={requestPath(request.id, "/folder.zip")}>{t.folder}</Link>}>
      <ul className="req-papers">
        {request.papers.map((paper) => (
          <li key={paper.id}>
            <Icon name="doc" size="s" /> <Link className="link" to={`/agency/papers/${encodeURIComponent(paper.id)}`}>{t.paperKind[paper.kind]} {paper.number}</Link>
            <small className="num">{formatDate(paper.issuedAt, language)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
