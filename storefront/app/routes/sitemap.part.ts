import { appOf } from "~/lib/context.server.ts";
import { partOf, xmlResponse } from "~/rooms/sitemap/collect.server.ts";
import type { Route } from "./+types/sitemap.part";

export async function loader({ params, context }: Route.LoaderArgs) {
  const part = await partOf(appOf(context).origin, params.part);
  return part ? xmlResponse(part) : new Response("Not found", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
