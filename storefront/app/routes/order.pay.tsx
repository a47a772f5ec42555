import { data, redirect } from "react-router";
import payIsland from "~/islands/pay.ts?worker&url";
import { baseOf } from "~/lib/channel.ts";
import type { FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { newAttempt, loadWays, takeNote } from "~/rooms/checkout/payment.server.ts";
import { PayLabel, PayWays } from "~/rooms/checkout/PayWays.tsx";
import { payWords } from "~/rooms/checkout/payWords.ts";
import { needsScript } from "~/rooms/checkout/ways.ts";
import { checkoutWords } from "~/rooms/checkout/words.ts";
import { DecideFrame } from "~/rooms/orders/DecideFrame.tsx";
import { loadOrder, orderHome } from "~/rooms/orders/orders.server.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Won } from "~/ui/Price.tsx";
import type { Route } from "./+types/order.pay";
import "~/styles/checkout.css";
import "~/styles/account.css";
import "~/styles/orders.css";
import "~/styles/pay.css";

export const handle = { islands: [payIsland] };

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { order } = await loadOrder(context, request, params.id);
  const home = orderHome(context, order.id, order.user !== null);
  const owed = -order.totalBalance.amount;
  if (!order.bankTransfer || owed <= 0) throw redirect(home, 303);
  const ways = (await loadWays(context, order.id)).filter((way) => needsScript(way.means));
  return { order, home, owed, ways, attempt: newAttempt(), note: takeNote(context, request) };
}

/** Only a script can go on with a card; a form that comes without one is told so. */
export const action = (): ReturnType<typeof data<{ errors: FieldError[] }>> => data({ errors: [] }, { status: 400 });

/** An order that waits for its transfer, paid by card after all. */
export default function OrderPayPage({ loaderData, actionData }: Route.ComponentProps) {
  const { order, home, owed, ways, attempt, note } = loaderData;
  const t = useVoice(payWords);
  const c = useVoice(checkoutWords);
  const language = useLanguage();
  const here = `${baseOf(useChannel())}/orders/${encodeURIComponent(order.id)}/pay`;
  return (
    <DecideFrame title={t.payOrderTitle(order.number)} lead={t.payOrderLead} order={order} home={home}>
      {note ? <div className="pay-note"><Notice kind="warn" head={t.errorHead} live>{note.message}</Notice></div> : null}
      {actionData ? <div className="pay-note"><Notice kind="warn" live>{t.noCardHere}</Notice></div> : null}
      <form method="post" noValidate data-pay={`${here}/begin`}>
        <section aria-labelledby="owed-head">
          <h2 id="owed-head">{t.remaining}</h2>
          <p className="sum-back num" data-testid="owed"><Won amount={owed} /></p>
        </section>
        <section aria-labelledby="pay-head">
          <h2 id="pay-head">{c.pay}</h2>
          <PayWays ways={ways} amount={owed} chosen={note?.means ?? null} />
          <p className="sm sub">{t.transferToo}</p>
        </section>
        <div className="go">
          <input type="hidden" name="total" value={owed} />
          <input type="hidden" name="attempt" value={attempt} />
          <Button kind="1" size="l" name="intent" value="order"><PayLabel ways={ways} amountText={formatWon(owed, language)} /></Button>
          <ButtonLink size="l" to={home}>{t.backToOrder}</ButtonLink>
          <p className="pay-progress sm" role="status" data-pay-progress />
        </div>
      </form>
    </DecideFrame>
  );
}
