import type { PlaceFragment } from "~/gql/operations";
import { formatDate, formatWeekday } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { personName, placeLine, showPhone } from "~/rooms/account/address.ts";
import { Amounts } from "~/rooms/cart/Amounts.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Won } from "~/ui/Price.tsx";
import { orderBill } from "./bill.ts";
import { OrderPart } from "./OrderParts.tsx";
import type { OrderFull } from "./orders.server.ts";
import { StatusTag } from "./StatusTag.tsx";
import { orderWords } from "./words.ts";

const clock = (iso: string) => new Intl.DateTimeFormat("ko-KR", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Seoul" }).format(new Date(iso));

/** What to transfer, where and until when. */
function BankPart({ order }: { order: OrderFull }) {
  const t = useVoice(orderWords);
  const language = useLanguage();
  const bank = order.bankTransfer;
  if (!bank) return order.isPaid ? <Notice kind="ok">{t.paid}</Notice> : null;
  return (
    <section className="bank" aria-labelledby="bank-head">
      <h2 id="bank-head">{t.bankHead}</h2>
      <p className="sum num" data-testid="bank-amount"><Won amount={bank.amount.amount} /></p>
      <dl className="dl num">
        <dt>{t.bank}</dt>
        <dd><Local text={bank.bankName} /></dd>
        <dt>{t.account}</dt>
        <dd><b>{bank.accountNumber}</b></dd>
        <dt>{t.holder}</dt>
        <dd><Local text={bank.accountHolder} /></dd>
        <dt>{t.reference}</dt>
        <dd><b><Local text={bank.reference} /></b> <span className="sub">{t.referenceNote}</span></dd>
        <dt>{t.payBy}</dt>
        <dd><b>{formatWeekday(new Date(bank.payBy), language)} {clock(bank.payBy)}</b> <span className="sub">{t.payByNote}</span></dd>
      </dl>
    </section>
  );
}

function Place({ head, place }: { head: string; place: PlaceFragment }) {
  return (
    <div>
      <h3>{head}</h3>
      <p className="sm">
        <b><Local text={[personName(place), place.companyName].filter(Boolean).join(" · ")} /></b> <span className="num">{showPhone(place.phone)}</span>
      </p>
      <p className="sm num"><Local text={placeLine(place)} /></p>
    </div>
  );
}

function Places({ order }: { order: OrderFull }) {
  const t = useVoice(orderWords);
  const { shippingAddress: to, billingAddress: bill } = order;
  const isSame = to && bill && placeLine(to) === placeLine(bill) && personName(to) === personName(bill);
  return (
    <div className="places">
      {to ? <Place head={t.to} place={to} /> : null}
      {bill && !isSame ? <Place head={t.billing} place={bill} /> : null}
      <div>
        <h3>{t.contact}</h3>
        <p className="sm">{order.userEmail}</p>
      </div>
      {order.customerNote ? (
        <div>
          <h3>{t.note}</h3>
          <p className="sm pre"><Local text={order.customerNote} /></p>
        </div>
      ) : null}
    </div>
  );
}

export function OrderFacts({ order }: { order: OrderFull }) {
  const t = useVoice(orderWords);
  const language = useLanguage();
  const means = { BANK_TRANSFER: t.bankTransfer, DEFERRED: t.deferred, CARD: t.card, EASY_PAY: t.easyPay, VIRTUAL_ACCOUNT: t.virtualAccount, GIFT_CARD: t.giftCard, FREE: t.nothingToPay }[order.paymentMeans];
  return (
    <dl className="facts num">
      <div>
        <dt>{t.number}</dt>
        <dd><b data-testid="order-number">{order.number}</b></dd>
      </div>
      <div>
        <dt>{t.date}</dt>
        <dd>{formatDate(order.created, language)}</dd>
      </div>
      <div>
        <dt>{t.state}</dt>
        <dd><StatusTag status={order.status} text={order.statusDisplay} /></dd>
      </div>
      <div>
        <dt>{t.means}</dt>
        <dd>{means}</dd>
      </div>
      {order.buyerOrganization ? (
        <div>
          <dt>{t.organization}</dt>
          <dd><Local text={order.buyerOrganization} /></dd>
        </div>
      ) : null}
    </dl>
  );
}

/** An order from number to tax, as it is shown after ordering, in the account and on paper. */
export function OrderPaper({ order }: { order: OrderFull }) {
  const t = useVoice(orderWords);
  const isPublic = useChannel() === "public";
  return (
    <>
      <OrderFacts order={order} />
      <BankPart order={order} />
      {order.paymentMeans === "DEFERRED" && isPublic ? <Notice kind="info">{t.deferredNote}</Notice> : null}
      <section aria-labelledby="parts-head" className="oparts">
        <h2 id="parts-head">{t.parts(order.vendorOrders.length)}</h2>
        {order.vendorOrders.map((part) => (
          <OrderPart key={part.id} part={part} />
        ))}
      </section>
      <div className="oend">
        <Places order={order} />
        <Amounts {...orderBill(order, t.giftCard)} totalLabel={t.all} />
      </div>
      <p className="note intermediary">{t.intermediary} {t.withdrawal}</p>
    </>
  );
}
