import { useLocation } from "react-router";
import type { PlaceFragment } from "~/gql/operations";
import { baseOf } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { personName, placeLine, showPhone } from "~/rooms/account/address.ts";
import { Amounts } from "~/rooms/cart/Amounts.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { backWords } from "./backWords.ts";
import { orderBill } from "./bill.ts";
import { moneyWords } from "./moneyWords.ts";
import { OrderPart } from "./OrderParts.tsx";
import type { OrderFull } from "./orders.server.ts";
import { realPayments } from "./payments.ts";
import { PaymentBox } from "./PaymentBox.tsx";
import { Refunds } from "./Refunds.tsx";
import { StatusTag } from "./StatusTag.tsx";
import { orderWords } from "./words.ts";

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
  const means = { BANK_TRANSFER: t.bankTransfer, DEFERRED: t.deferred, CARD: t.card, EASY_PAY: t.easyPay, VIRTUAL_ACCOUNT: t.virtualAccount, GIFT_CARD: t.giftCard, FREE: t.nothingToPay }[realPayments(order).at(-1)?.paymentMeans ?? order.paymentMeans];
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

/** Who knows the address of a guest's order sees it masked; the e-mail address it was placed with opens it. */
function OpenBox({ errors }: { errors?: readonly FieldError[] }) {
  const t = useVoice(backWords);
  const { pathname } = useLocation();
  const base = baseOf(useChannel());
  return (
    <section className="open-box" id="open" aria-labelledby="open-head">
      <h2 id="open-head">{t.openHead}</h2>
      <p className="sm">{t.openLead}</p>
      <form method="post" noValidate>
        <Field label={t.openEmail} name="email" type="email" autoComplete="email" required maxLength={254} error={errorOf(errors, "email")?.message} />
        <Button name="intent" value="open">{t.open}</Button>
      </form>
      <p className="sm sub">{t.openMember} <Link className="link" to={`${base}/sign-in?next=${encodeURIComponent(pathname)}`}>{t.openSignIn}</Link></p>
    </section>
  );
}

/** What was just done on another page. */
function Done({ what }: { what: string | null }) {
  const t = useVoice(backWords);
  const m = useVoice(moneyWords);
  const said: Record<string, string> = { canceled: t.okCancel, withdrawn: t.okWithdraw, "called-off": t.okCallOff, parcel: t.okParcel, account: m.okAccount, paid: m.okPaid };
  const text = what ? said[what] : undefined;
  return text ? <Notice kind="ok" live>{text}</Notice> : null;
}

interface Props {
  order: OrderFull;
  isBuyer: boolean;
  /** What was just done, from the address. */
  ok?: string | null;
  errors?: readonly FieldError[];
}

/** An order from number to tax, as it is shown after ordering, in the account and on paper. */
export function OrderPaper({ order, isBuyer, ok = null, errors }: Props) {
  const t = useVoice(orderWords);
  const b = useVoice(backWords);
  const base = baseOf(useChannel());
  const others = errors?.filter((error) => error.field === null);
  const cancellable = order.vendorOrders.filter((part) => part.canCancel).length;
  return (
    <>
      {errors ? null : <Done what={ok} />}
      {others?.length ? <Notice kind="bad" live>{others.map((error) => error.message).join(" ")}</Notice> : null}
      <OrderFacts order={order} />
      <PaymentBox order={order} />
      <Refunds order={order} isBuyer={isBuyer} />
      {isBuyer ? null : <OpenBox errors={errors} />}
      <section aria-labelledby="parts-head" className="oparts">
        <h2 id="parts-head">{t.parts(order.vendorOrders.length)}</h2>
        {order.vendorOrders.map((part) => (
          <OrderPart key={part.id} part={part} order={order} isBuyer={isBuyer} />
        ))}
      </section>
      <div className="oend">
        <Places order={order} />
        <Amounts {...orderBill(order, t.giftCard)} totalLabel={t.all} />
      </div>
      {isBuyer && cancellable > 1 ? (
        <p className="owner-ways">
          <ButtonLink size="s" to={`${base}/orders/${encodeURIComponent(order.id)}/cancel`}>{b.cancelAll}</ButtonLink>
          <span className="sm sub">{b.notYet}</span>
        </p>
      ) : null}
      <p className="note intermediary">{t.intermediary} {t.withdrawal}</p>
    </>
  );
}
