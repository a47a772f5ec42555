import { redirect } from "react-router";
import { readText } from "~/lib/form.ts";
import { agencyDeskOf, agencyCookie } from "~/rooms/agency/agency.server.ts";
import { appOf } from "~/lib/context.server.ts";
import type { Route } from "./+types/switch";

/** Work for another of the own agencies; a strange id changes nothing. */
export async function action({ context, request }: Route.ActionArgs) {
  const wanted = readText(await request.formData(), "agency");
  const { others } = await agencyDeskOf(context, request);
  if (others.some((other) => other.agency.id === wanted)) appOf(context).setCookie(agencyCookie(wanted));
  return redirect("/agency", 303);
}
