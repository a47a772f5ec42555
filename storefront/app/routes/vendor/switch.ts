import { redirect } from "react-router";
import { readText } from "~/lib/form.ts";
import { centreOf, vendorCookie } from "~/rooms/centre/centre.server.ts";
import { appOf } from "~/lib/context.server.ts";
import type { Route } from "./+types/switch";

/** Work for another of the own enterprises; a strange id changes nothing. */
export async function action({ context, request }: Route.ActionArgs) {
  const wanted = readText(await request.formData(), "vendor");
  const { others } = await centreOf(context, request);
  if (others.some((other) => other.vendor.id === wanted)) appOf(context).setCookie(vendorCookie(wanted));
  return redirect("/vendor", 303);
}
