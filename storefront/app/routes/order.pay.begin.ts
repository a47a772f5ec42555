import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, type FieldError } from "~/lib/form.ts";
import { formatWon } from "~/lib/money.ts";
import { answerOf, type BeginAnswer } from "~/rooms/checkout/begin.server.ts";
import { beginPayment, loadWays, readPayForm, type Payable } from "~/rooms/checkout/payment.server.ts";
import { needsScript } from "~/rooms/checkout/ways.ts";
import { checkoutWords } from "~/rooms/checkout/words.ts";
import { loadOrder, orderHome } from "~/rooms/orders/orders.server.ts";
import type { Route } from "./+types/order.pay.begin";

const refused = (errors: FieldError[]): Response => Response.json({ errors } satisfies BeginAnswer, { status: 400 });

/** The button of an order's payment page: begins the payment and tells the script what the provider's form needs. */
export async function action({ request, context, params }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  readIntent(form, ["order"]);
  const { order } = await loadOrder(context, request, params.id);
  const { url, language } = appOf(context);
  const channel = channelOf(url.pathname);
  const t = checkoutWords(language, channel);
  const owed = -order.totalBalance.amount;
  if (!order.bankTransfer || owed <= 0) return Response.json({ go: orderHome(context, order.id, order.user !== null) } satisfies BeginAnswer);
  const given = readPayForm(form);
  const way = (await loadWays(context, order.id)).find((one) => one.means === given.means && needsScript(one.means));
  if (!way) return refused([{ field: "means", code: "REQUIRED", message: t.needPay }]);
  if (given.total !== String(owed)) return refused([{ field: null, code: "TOTAL", message: t.changed(formatWon(owed, language)) }]);
  const payable: Payable = { kind: "order", id: order.id, amount: owed };
  const { begun, errors } = await beginPayment(context, payable, way.means, given.attempt);
  return begun ? Response.json(answerOf(baseOf(channel), { begun, payable, way })) : refused(errors.map((error) => ({ ...error, field: null })));
}
