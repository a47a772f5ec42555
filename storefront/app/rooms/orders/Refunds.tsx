import { useLocation } from "react-router";
import { baseOf } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Won } from "~/ui/Price.tsx";
import { backWords } from "./backWords.ts";
import { moneyWords } from "./moneyWords.ts";
import type { OrderFull } from "./orders.server.ts";
import { methodName, realPayments, wayBack, type Payment } from "./payments.ts";

type Grant = OrderFull["grantedRefunds"][number];

function GrantRow({ grant, vendor }: { grant: Grant; vendor: string }) {
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const kinds = { CANCELLATION: m.cancellation, WITHDRAWAL: m.withdrawal, ADJUSTMENT: m.adjustment };
  return (
    <li>
      <span className="how"><Icon name="return" /><b>{m.backFor(kinds[grant.kind], vendor)}</b></span>
      <span className="sub num">{formatDate(grant.createdAt, language)}</span>
      <b className="num"><Won amount={grant.amount.amount} /></b>
    </li>
  );
}

/** What became of the money of one payment that goes back. */
function Way({ payment }: { payment: Payment }) {
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const isAccount = payment.paymentMeans === "BANK_TRANSFER" || payment.paymentMeans === "DEFERRED";
  const name = methodName(payment, m.digits, language);
  const way = isAccount ? m.toAccount : name ? m.toCard(name) : m.toPaidCard;
  const { refundedAmount: back, refundPendingAmount: pending } = payment;
  return (
    <>
      {back.amount > 0 ? <li>{m.done(way, formatWon(back.amount, language))} {isAccount ? "" : m.cardDays}</li> : null}
      {pending.amount > 0 && !isAccount ? <li>{m.pending(way, formatWon(pending.amount, language))}</li> : null}
    </>
  );
}

/** A refund by transfer: where it goes, or the way to say so. */
function ByTransfer({ order, isBuyer }: { order: OrderFull; isBuyer: boolean }) {
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const base = baseOf(useChannel());
  const here = useLocation().pathname;
  const sum = order.refundByTransfer?.amount;
  if (!sum && order.totalBalance.amount > 0 && wayBack(order) === "account") {
    return <p className="sm">{m.preparing} <Link className="link" to={here}>{m.lookAgain}</Link></p>;
  }
  if (!sum) return null;
  const account = order.refundAccount;
  return (
    <div className="by-transfer">
      <p className="num"><b>{m.wait(formatWon(sum, language))}</b></p>
      <p className="sm num">{account ? <Local text={m.accountSet(account.bankName, account.accountNumber ?? "", account.holder ?? "")} /> : m.needAccount}</p>
      {isBuyer ? (
        <ButtonLink kind={account ? "2" : "1"} size="s" to={`${base}/orders/${encodeURIComponent(order.id)}/refund-account`}>
          {account ? m.changeAccount : m.askAccount}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** What of an order goes back, for what, when and which way. */
export function Refunds({ order, isBuyer }: { order: OrderFull; isBuyer: boolean }) {
  const m = useVoice(moneyWords);
  const b = useVoice(backWords);
  const ways = realPayments(order).filter((one) => one.refundedAmount.amount + one.refundPendingAmount.amount > 0);
  if (order.grantedRefunds.length === 0 && ways.length === 0 && !order.refundByTransfer) return null;
  const nameOf = (grant: Grant) => order.vendorOrders.find((part) => part.id === grant.vendorOrder?.id)?.vendor.name ?? "";
  // A guest may not see how it was paid in detail.
  const isHidden = order.transactions.length === 0 && order.totalCharged.amount > 0 && wayBack(order) === "card";
  const isWaived = ways.length === 0 && !order.refundByTransfer && order.totalCharged.amount === 0;
  return (
    <section className="paybox refunds" aria-labelledby="refunds-head" data-testid="refunds">
      <h2 id="refunds-head">{m.backHead}</h2>
      <ul>
        {order.grantedRefunds.map((grant) => <GrantRow key={grant.id} grant={grant} vendor={nameOf(grant)} />)}
      </ul>
      {isWaived ? <p className="sm sub">{m.waivedNote}</p> : null}
      {ways.length ? <ul className="dots sm num">{ways.map((payment) => <Way key={payment.id} payment={payment} />)}</ul> : null}
      {isHidden ? <p className="sm sub">{b.byCard("")}</p> : null}
      <ByTransfer order={order} isBuyer={isBuyer} />
    </section>
  );
}
