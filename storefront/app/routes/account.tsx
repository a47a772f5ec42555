import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { loadOverview, type Overview } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName, placeLine } from "~/rooms/account/address.ts";
import { GiftCards } from "~/rooms/account/GiftCards.tsx";
import { homeWords } from "~/rooms/account/homeWords.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { loadJoining } from "~/rooms/joining/joining.server.ts";
import { fieldWords } from "~/rooms/joining/words.ts";
import { OrderCards } from "~/rooms/orders/OrderCards.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/account";
import "~/styles/cart.css";
import "~/styles/account.css";

export async function loader({ context }: Route.LoaderArgs) {
  const me = await loadOverview(context);
  return { me, selling: channelOf(appOf(context).url.pathname) === "public" ? null : await loadJoining(context) };
}

type Order = NonNullable<Overview["orders"]>["edges"][number]["node"];

const RUNNING: readonly Order["status"][] = ["UNCONFIRMED", "UNFULFILLED", "PARTIALLY_FULFILLED"];
const SHOWN = 3;
const isRunning = (order: Order): boolean => RUNNING.includes(order.status);
/** Agencies pay after receipt: nothing is to be done about that here. */
const isToPay = (order: Order): boolean => isRunning(order) && !order.isPaid && order.paymentMeans !== "DEFERRED" && order.paymentMeans !== "FREE";

/** What waits for this person, most pressing first; nothing when nothing does. */
function Todo({ me, orders }: { me: Overview; orders: readonly Order[] }) {
  const t = useVoice(homeWords);
  const language = useLanguage();
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const all = [
    ...orders.filter(isToPay).map((order) => ({
      text: order.bankTransfer ? t.payBy(order.number, formatMoment(order.bankTransfer.payBy, language)) : t.payNow(order.number), way: t.pay, to: `/account/orders/${encodeURIComponent(order.id)}`,
    })),
    ...(personName(me) ? [] : [{ text: t.nameTodo, way: t.nameWay, to: "/account/profile" }]),
    ...(me.addresses.length ? [] : [{ text: t.addressTodo, way: a.addAddress, to: "/account/addresses/new" }]),
  ];
  if (all.length === 0) return null;
  return (
    <section className="todo" aria-labelledby="todo-head">
      <h2 id="todo-head">{t.todo}</h2>
      <ul>
        {all.map(({ text, way, to }) => (
          <li key={text}>
            <span>{text}</span> <Link className="link" to={base + to}>{way}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agencies({ me }: { me: Overview }) {
  const t = useVoice(accountWords);
  const h = useVoice(homeWords);
  const isPublic = useChannel() === "public";
  if (!me.agencyMemberships.length && !(isPublic && t.noAgency)) return null;
  return (
    <section className="agency" aria-labelledby="agencies-head">
      <h2 id="agencies-head">{t.agencies}</h2>
      {me.agencyMemberships.length === 0 ? <p className="sub">{t.noAgency}</p> : <p><Link className="link" to="/agency">{h.agencyDesk}</Link></p>}
      <ul>
        {me.agencyMemberships.map((one) => (
          <li key={one.agency.id}>
            <b><Local text={one.agency.name} /></b> <Local text={[one.departmentName, one.jobTitle].filter(Boolean).join(" · ")} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way into the vendor centre, to an application under way, or to what it takes to sell here. */
function Selling({ selling }: { selling: NonNullable<Route.ComponentProps["loaderData"]["selling"]> }) {
  const language = useLanguage();
  const t = useVoice(homeWords);
  const { statuses } = fieldWords(language);
  const open = (selling.applications ?? []).filter(({ status }) => status === "DRAFT" || status === "SUBMITTED" || status === "RETURNED");
  const isNothing = !selling.enterprises.length && !open.length;
  return (
    <section className="selling" aria-labelledby="selling-head">
      <h2 id="selling-head">{t.selling}</h2>
      <ul>
        {selling.enterprises.map((name) => (
          <li key={name}>
            <Link className="link" to="/vendor"><Local text={t.centre(name)} /></Link>
          </li>
        ))}
        {open.map(({ id, name, status }) => (
          <li key={id}>
            <Link className="link" to={`/vendor/apply/${encodeURIComponent(id)}`}><Local text={t.applied(name)} /></Link> <span className={status === "RETURNED" ? "tag warn" : "tag"}>{statuses[status]}</span>
          </li>
        ))}
        {isNothing ? (
          <li>
            {t.sellingLead} <Link className="link" to="/vendor/apply">{t.sellingWay}</Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Tiles({ me }: { me: Overview }) {
  const t = useVoice(homeWords);
  const base = baseOf(useChannel());
  const gifts = me.giftCards?.totalCount ?? 0;
  const tiles: [string, string, string][] = [
    [t.orders, t.ordersCount(me.orders?.totalCount ?? 0), `${base}/account/orders`],
    [t.addresses, t.addressCount(me.addresses.length), `${base}/account/addresses`],
    ...(gifts ? [[t.gifts, t.giftsCount(gifts), "#gifts"] as [string, string, string]] : []),
  ];
  return (
    <ul className="tiles num">
      {tiles.map(([label, count, to]) => (
        <li key={label}>
          <Link to={to}>
            <span>{label}</span> <b>{count}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export default function AccountPage({ loaderData }: Route.ComponentProps) {
  const { me, selling } = loaderData;
  const t = useVoice(homeWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const orders = nodesOf(me.orders);
  const running = orders.filter(isRunning);
  const shown = (running.length ? running : orders).slice(0, SHOWN);
  return (
    <AccountFrame head={a.hello(personName(me) || me.email)} lead={<span className="breaks">{`${me.email} · ${a.since(formatDate(me.dateJoined, useLanguage()))}`}</span>}>
      <Todo me={me} orders={orders} />
      <Tiles me={me} />
      <Agencies me={me} />
      <section aria-labelledby="orders-head">
        <div className="sec-h">
          <h2 id="orders-head">{running.length ? t.running : t.recent}</h2>
          {orders.length ? <Link className="more" to={`${base}/account/orders`}>{a.seeAll}</Link> : null}
        </div>
        {orders.length && !running.length ? <p className="sub sm none-running">{t.noneRunning}</p> : null}
        <OrderCards orders={shown} />
      </section>
      <GiftCards cards={nodesOf(me.giftCards)} />
      {me.defaultShippingAddress ? (
        <section aria-labelledby="place-head">
          <div className="sec-h">
            <h2 id="place-head">{t.standardAddress}</h2>
            <Link className="more" to={`${base}/account/addresses`}>{t.manage}</Link>
          </div>
          <p>
            <b><Local text={[personName(me.defaultShippingAddress), me.defaultShippingAddress.companyName].filter(Boolean).join(" · ")} /></b>
          </p>
          <p className="num"><Local text={placeLine(me.defaultShippingAddress)} /></p>
        </section>
      ) : null}
      {selling ? <Selling selling={selling} /> : null}
    </AccountFrame>
  );
}
