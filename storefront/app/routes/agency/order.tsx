import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { membershipOf } from "~/rooms/agency/agency.server.ts";
import { loadCounts } from "~/rooms/agency/today.server.ts";
import { AgencyPage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { ConfirmCancel, Goods, OpenChange, PastChanges, Terms } from "~/rooms/purchaseorders/OrderPanels.tsx";
import { OrderTag, orderPath } from "~/rooms/purchaseorders/parts.tsx";
import { answerChange, cancelOrder, loadOrder } from "~/rooms/purchaseorders/purchaseorders.server.ts";
import { orderWords } from "~/rooms/purchaseorders/words.ts";
import { requestPath } from "~/rooms/requests/RequestRows.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/order";

export const handle = { islands: [formIsland] };
const DONE = ["agree", "refuse", "cancel"] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const membership = await membershipOf(context, request);
  const [found, counts] = await Promise.all([loadOrder(context, params.id), loadCounts(context, request)]);
  const isOwn = found.order.requester.id === membership.id || Boolean(counts?.actingFor.length);
  const { searchParams } = new URL(request.url);
  return { ...found, mayAnswer: isOwn, mayCancel: isOwn || membership.abilities.includes("ADMINISTER"), isCanceling: searchParams.get("confirm") === "cancel", done: searchParams.get("done") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, DONE);
  const errors = intent === "cancel" ? await cancelOrder(context, params.id, form) : await answerChange(context, params.id, form, intent === "agree");
  return errors.length ? data({ errors }, { status: 400 }) : redirect(orderPath(params.id, `?done=${intent}`), 303);
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, cancellation, mayAnswer, mayCancel, isCanceling, done } = loaderData;
  const t = orderWords(useLanguage());
  const errors = actionData?.errors;
  const did = DONE.find((one) => one === done);
  const canCancel = mayCancel && Boolean(cancellation?.canCancel);
  const crumb = (
    <>
      <Link to="/agency/orders">{t.title}</Link>
      <Icon name="r" size="s" />
      <span className="num">{order.number}</span>
    </>
  );
  const lead = (
    <>
      <OrderTag status={order.status} /> <Link className="link" to={requestPath(order.requestId)}>{`${t.request} ${order.requestNumber}`}</Link>
    </>
  );
  return (
    <AgencyPage title={order.title} crumb={crumb} lead={lead} hasErrors={Boolean(errors?.length)} acts={canCancel && !isCanceling ? <ButtonLink kind="x" to={orderPath(order.id, "?confirm=cancel")}>{t.cancel}</ButtonLink> : null}>
      <Outcome errors={errors} done={did && !errors ? t.done[did] : null} />
      {isCanceling && canCancel && cancellation ? <ConfirmCancel order={order} cancellation={cancellation} errors={errors} /> : null}
      <OpenChange order={order} errors={errors} mayAnswer={mayAnswer} />
      <div className="desk-grid with-aside">
        <div className="col">
          <Goods order={order} />
          <PastChanges order={order} />
        </div>
        <div className="col">
          <Terms order={order} />
        </div>
      </div>
    </AgencyPage>
  );
}
