import { baseOf } from "~/lib/channel.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { loadMe, type Me } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName } from "~/rooms/account/address.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { OrderCards } from "~/rooms/orders/OrderCards.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/account";
import "~/styles/cart.css";
import "~/styles/account.css";

export async function loader({ context }: Route.LoaderArgs) {
  return { me: await loadMe(context) };
}

function Agencies({ me }: { me: Me }) {
  const t = useVoice(accountWords);
  const isPublic = useChannel() === "public";
  if (!me.agencyMemberships.length && !(isPublic && t.noAgency)) return null;
  return (
    <section className="agency" aria-labelledby="agencies-head">
      <h2 id="agencies-head">{t.agencies}</h2>
      {me.agencyMemberships.length === 0 ? <p className="sub">{t.noAgency}</p> : null}
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

export default function AccountPage({ loaderData }: Route.ComponentProps) {
  const { me } = loaderData;
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  const orders = nodesOf(me.orders);
  return (
    <AccountFrame head={t.hello(personName(me) || me.email)} lead={`${me.email} · ${t.since(formatDate(me.dateJoined, useLanguage()))}`}>
      <ul className="tiles num">
        <li>
          <Link to={`${base}/account/orders`}>{t.ordersCount(me.orders?.totalCount ?? 0)}</Link>
        </li>
        <li>
          <Link to={`${base}/account/addresses`}>{t.addressCount(me.addresses.length)}</Link>
        </li>
      </ul>
      <Agencies me={me} />
      <section aria-labelledby="recent-head">
        <div className="sec-h">
          <h2 id="recent-head">{t.recent}</h2>
          {orders.length ? <Link className="more" to={`${base}/account/orders`}>{t.seeAll}</Link> : null}
        </div>
        <OrderCards orders={orders} />
      </section>
    </AccountFrame>
  );
}
