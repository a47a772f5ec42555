import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, readText } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { backWords } from "~/rooms/orders/backWords.ts";
import { boughtName } from "~/rooms/orders/bought.ts";
import { cancelParts, done } from "~/rooms/orders/decide.server.ts";
import { DecideFrame } from "~/rooms/orders/DecideFrame.tsx";
import { partWorth, planBack } from "~/rooms/orders/moneyBack.ts";
import { loadOwnOrder, orderHome, type VendorPart } from "~/rooms/orders/orders.server.ts";
import { WayBack } from "~/rooms/orders/WayBack.tsx";
import { orderWords } from "~/rooms/orders/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import type { Route } from "./+types/order.cancel";
import "~/styles/cart.css";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";

export const handle = { islands: [formIsland] };

/** The part that the address names, or all of them; only what nothing was sent of. */
async function chosen({ request, context, params }: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const order = await loadOwnOrder(context, request, params.id);
  const named = appOf(context).url.searchParams.get("part");
  return { order, parts: order.vendorOrders.filter((part) => part.canCancel && (named === null || part.id === named)) };
}

export async function loader(args: Route.LoaderArgs) {
  const { order, parts } = await chosen(args);
  return { order, parts, home: orderHome(args.context, order.id, order.user !== null) };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  readIntent(form, ["cancel"]);
  const { order, parts } = await chosen(args);
  const visit = { context: args.context, request: args.request, id: args.params.id };
  // Nothing left of it: it was cancelled a moment ago, by a second press perhaps. The order's page shows how it stands.
  const errors = parts.length ? await cancelParts(visit, parts.map((part) => part.id), readText(form, "reason", 500)) : [];
  return errors.length ? data({ errors }, { status: 400 }) : done(args.context, order, "canceled");
}

function Part({ part }: { part: VendorPart }) {
  const t = useVoice(orderWords);
  return (
    <li>
      <h3>{part.vendor.name} <span className="sm sub num">{part.number}</span></h3>
      {part.lines.map((line) => (
        <div key={line.id} className="piece">
          <span className="pic"><Artwork url={line.thumbnail?.url} alt="" width={56} height={56} /></span>
          <span><Local text={boughtName(line)} /> <span className="sm sub num">{t.sentPieces(line.quantity)}</span></span>
          <b className="num"><Won amount={line.totalPrice.gross.amount} /></b>
        </div>
      ))}
    </li>
  );
}

/** Asks once more before parts of an order are cancelled, and shows what goes back and where to. */
export default function CancelPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, parts, home } = loaderData;
  const t = useVoice(backWords);
  const language = useLanguage();
  const plan = planBack(order, parts.reduce((sum, part) => sum + partWorth(part), 0));
  const back = plan.money + plan.cards;
  return (
    <DecideFrame title={t.cancelTitle} lead={parts.length ? t.cancelLead(order.number) : undefined} order={order} home={home} errors={actionData?.errors}>
      {parts.length === 0 ? (
        <>
          <Notice kind="info">{t.tooLate}</Notice>
          <p className="on"><ButtonLink to={home}>{t.keep}</ButtonLink></p>
        </>
      ) : (
        <form method="post" data-once={t.canceling}>
          <section aria-labelledby="what-head">
            <h2 id="what-head">{t.cancelWhat}</h2>
            <ul>{parts.map((part) => <Part key={part.id} part={part} />)}</ul>
          </section>
          <WayBack order={order} plan={plan} head={t.backTitle} />
          <section>
            <Field label={t.reason} hint={t.optional} name="reason" maxLength={500} autoComplete="off" />
          </section>
          <div className="go">
            <Button kind="x" size="l" name="intent" value="cancel">{back > 0 ? t.doCancel(formatWon(back, language)) : t.doCancelUnpaid}</Button>
            <ButtonLink size="l" to={home}>{t.keep}</ButtonLink>
          </div>
        </form>
      )}
    </DecideFrame>
  );
}
