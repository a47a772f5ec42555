import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { chosenOf, handlingVendor, loadShipping, shipMany, shipRows, type DeskRow, type ShipRow } from "~/rooms/orderdesk/orderdesk.server.ts";
import { CourierSelect, DueDay, orderPath, useGoods } from "~/rooms/orderdesk/parts.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/orders.ship";
import "~/styles/orderdesk.css";

export const handle = { islands: [formIsland] };
const LIST = "/vendor/orders";

export const loader = async ({ context, request }: Route.LoaderArgs) => ({ orders: await loadShipping(context, request, chosenOf(appOf(context).url)) });

export async function action({ context, request }: Route.ActionArgs) {
  await handlingVendor(context, request);
  const done = await shipMany(context, shipRows(await request.formData()));
  if (done.sent && !done.errors.length && !done.rows.some((row) => row.error)) return redirect(`${LIST}?done=ship`, 303);
  return data(done, { status: 400 });
}

function Row({ order, place, typed }: { order: DeskRow; place: number; typed: ShipRow | undefined }) {
  const t = useOrderWords();
  const goods = useGoods();
  const [courier, number] = [`courier-${place}`, `number-${place}`];
  return (
    <li className={typed?.error ? "is-bad" : undefined}>
      <input type="hidden" name="id" value={order.id} />
      <div>
        <Link className="link" to={orderPath(order.id)}>
          <b className="num">{order.number}</b>
        </Link>{" "}
        <Local text={order.receiverName ?? ""} />
        <small className="mute">
          <Local text={goods(order.lines)} /> · <DueDay on={order.dueOn} state={order.dueState} />
        </small>
      </div>
      <div className="field">
        <label className="vh" htmlFor={courier}>{t.courierOf(order.number)}</label>
        <CourierSelect id={courier} name={courier} value={typed?.courier ?? ""} error={Boolean(typed?.error)} />
      </div>
      <div className="field">
        <label className="vh" htmlFor={number}>{t.trackingOf(order.number)}</label>
        <input id={number} name={number} className="in num" inputMode="numeric" autoComplete="off" maxLength={40} placeholder={t.trackingHint} defaultValue={typed?.number ?? ""} aria-invalid={typed?.error ? true : undefined} aria-describedby={typed?.error ? `${number}-error` : undefined} />
      </div>
      {typed?.error ? (
        <p className="err" id={`${number}-error`}>
          <Icon name="alert" size="s" />
          <span>{typed.error}</span>
        </p>
      ) : null}
    </li>
  );
}

export default function ShipPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useOrderWords();
  const typed = new Map((actionData?.rows ?? []).map((row) => [row.id, row]));
  const { orders } = loaderData;
  return (
    <CentrePage title={t.shipTitle} lead={t.shipLead} crumb={<Link to={LIST}>{t.back}</Link>} hasErrors={Boolean(actionData)}>
      <Outcome errors={actionData?.errors} />
      {actionData?.sent ? <Notice kind="ok" live>{t.shipSome(actionData.sent)}</Notice> : null}
      <Panel title={t.toSend} count={orders.length}>
        {orders.length ? (
          <form method="post" className="ship-form" data-once={t.busy}>
            <ol className="ship-rows">
              {orders.map((order, place) => (
                <Row key={order.id} order={order} place={place} typed={typed.get(order.id)} />
              ))}
            </ol>
            <div className="acts">
              <Button kind="1">
                <Icon name="truck" />
                {t.shipAll}
              </Button>
            </div>
          </form>
        ) : (
          <Nothing head={t.shipNone}>
            <ButtonLink to={LIST}>{t.back}</ButtonLink>
          </Nothing>
        )}
      </Panel>
    </CentrePage>
  );
}
