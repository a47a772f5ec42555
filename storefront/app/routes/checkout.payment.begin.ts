import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { order } from "~/rooms/checkout/order.server.ts";
import { answerOf, type BeginAnswer } from "~/rooms/checkout/begin.server.ts";
import type { Route } from "./+types/checkout.payment.begin";

/** The button of the last step, pressed with a script: begins the payment and tells the script what the provider's form needs. */
export async function action({ request, context }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData();
  readIntent(form, ["order"]);
  const channel = channelOf(appOf(context).url.pathname);
  const outcome = await order({ context, request, channel }, form);
  if ("placed" in outcome) return Response.json({ go: outcome.placed.headers.get("location") ?? "/" } satisfies BeginAnswer);
  if ("errors" in outcome) return Response.json({ errors: outcome.errors } satisfies BeginAnswer, { status: 400 });
  return Response.json(answerOf(baseOf(channel), outcome));
}
