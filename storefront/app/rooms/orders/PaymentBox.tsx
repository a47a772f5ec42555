import { baseOf } from "~/lib/channel.ts";
import { formatDate, formatWeekday } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { Won } from "~/ui/Price.tsx";
import { moneyWords } from "./moneyWords.ts";
import type { OrderFull } from "./orders.server.ts";
import { broughtIn, methodName, moneyState, paidAt, realPayments, type Payment } from "./payments.ts";
import { orderWords } from "./words.ts";

const clock = (iso: string) => new Intl.DateTimeFormat("ko-KR", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Seoul" }).format(new Date(iso));

/** Copies what stands beside it; only a script can, so only the script shows it. */
function Copy({ text, what }: { text: string; what: string }) {
  const t = useVoice(moneyWords);
  return (
    <Button type="button" kind="2" size="xs" hidden data-copy={text} data-copied={t.copied} aria-label={t.copyOf(what)}>
      <Icon name="copy" size="s" />
      <span>{t.copy}</span>
    </Button>
  );
}

/** What to transfer, where and until when; or by card after all. */
function Transfer({ order, bank }: { order: OrderFull; bank: NonNullable<OrderFull["bankTransfer"]> }) {
  const t = useVoice(orderWords);
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const base = baseOf(useChannel());
  return (
    <section className="bank" aria-labelledby="bank-head">
      <h2 id="bank-head">{t.bankHead}</h2>
      <p className="sum num">
        <span data-testid="bank-amount"><Won amount={bank.amount.amount} /></span>
        <Copy text={String(bank.amount.amount)} what={m.amount} />
      </p>
      <dl className="dl num">
        <dt>{t.bank}</dt>
        <dd><Local text={bank.bankName} /></dd>
        <dt>{t.account}</dt>
        <dd><b>{bank.accountNumber}</b> <Copy text={bank.accountNumber} what={t.account} /></dd>
        <dt>{t.holder}</dt>
        <dd><Local text={bank.accountHolder} /></dd>
        <dt>{t.reference}</dt>
        <dd><b><Local text={bank.reference} /></b> <Copy text={bank.reference} what={t.reference} /> <span className="sub">{t.referenceNote}</span></dd>
        <dt>{t.payBy}</dt>
        <dd><b>{formatWeekday(new Date(bank.payBy), language)} {clock(bank.payBy)}</b> <span className="sub">{t.payByNote}</span></dd>
      </dl>
      <p className="ways">
        <ButtonLink to={`${base}/orders/${encodeURIComponent(order.id)}/pay`}>
          <Icon name="card" size="s" />
          {m.byCard}
        </ButtonLink>
        <span className="sm sub">{m.byCardNote}</span>
      </p>
    </section>
  );
}

function Line({ payment }: { payment: Payment }) {
  const m = useVoice(moneyWords);
  const language = useLanguage();
  const kinds: Partial<Record<Payment["paymentMeans"], string>> = { CARD: m.card, EASY_PAY: m.easyPay, BANK_TRANSFER: m.transfer };
  const method = [kinds[payment.paymentMeans] ?? payment.name, methodName(payment, m.digits, language)].filter(Boolean).join(" · ");
  return (
    <li>
      <span className="how">
        <Icon name={payment.paymentMeans === "BANK_TRANSFER" ? "bank" : "card"} />
        <b><Local text={method} /></b>
      </span>
      <span className="sub num">{formatDate(paidAt(payment), language)} {clock(paidAt(payment))}</span>
      <b className="num"><Won amount={broughtIn(payment)} /></b>
    </li>
  );
}

/** Gift cards and what a guest may not see in detail. */
function OtherLines({ order, isTold }: { order: OrderFull; isTold: boolean }) {
  const m = useVoice(moneyWords);
  const t = useVoice(orderWords);
  const means = { BANK_TRANSFER: t.bankTransfer, DEFERRED: t.deferred, CARD: t.card, EASY_PAY: t.easyPay, VIRTUAL_ACCOUNT: t.virtualAccount, GIFT_CARD: t.giftCard, FREE: t.nothingToPay }[order.paymentMeans];
  const cards = order.giftCardAmount.amount;
  return (
    <>
      {!isTold && order.totalCharged.amount > 0 ? (
        <li>
          <span className="how"><Icon name={order.paymentMeans === "BANK_TRANSFER" ? "bank" : "card"} /><b>{means}</b></span>
          <span />
          <b className="num"><Won amount={moneyState(order) === "paid" ? order.total.gross.amount : order.totalCharged.amount} /></b>
        </li>
      ) : null}
      {cards > 0 ? (
        <li>
          <span className="how"><Icon name="card" /><b>{order.giftCards.map((card) => m.giftCard(card.last4CodeChars)).join(", ") || m.giftCards}</b></span>
          <span />
          <b className="num"><Won amount={cards} /></b>
        </li>
      ) : null}
    </>
  );
}

/** How an order is paid: what came, when and with what; or what is still to be done. */
export function PaymentBox({ order }: { order: OrderFull }) {
  const m = useVoice(moneyWords);
  const t = useVoice(orderWords);
  const state = moneyState(order);
  const payments = realPayments(order);
  const isTransfer = order.bankTransfer && state !== "ended";
  const heads = { paid: m.paidHead, partly: m.partlyHead, unpaid: m.unpaidHead, ended: m.endedHead, later: m.laterHead, nothing: order.giftCardAmount.amount > 0 ? m.cardsHead : m.nothingHead };
  const hasLines = payments.length > 0 || order.totalCharged.amount > 0 || order.giftCardAmount.amount > 0;
  if (isTransfer && !hasLines && order.bankTransfer) return <Transfer order={order} bank={order.bankTransfer} />;
  return (
    <>
      {isTransfer && order.bankTransfer ? <Transfer order={order} bank={order.bankTransfer} /> : null}
      <section className="paybox" aria-labelledby="paid-head" data-testid="payment">
        <h2 id="paid-head">
          {state === "paid" || state === "nothing" ? <Icon name="check" /> : null}
          {heads[state]}
        </h2>
        {state === "later" && t.deferredNote ? <p className="sm">{t.deferredNote}</p> : null}
        {hasLines ? (
          <ul>
            {payments.map((payment) => <Line key={payment.id} payment={payment} />)}
            <OtherLines order={order} isTold={payments.length > 0} />
          </ul>
        ) : null}
        {state === "ended" && order.giftCardAmount.amount > 0 ? <p className="sm">{m.cardsBack}</p> : null}
      </section>
    </>
  );
}
