import { appOf } from "~/lib/context.server.ts";
import { robots } from "~/rooms/sitemap/xml.ts";
import type { Route } from "./+types/robots";

export const loader = ({ context }: Route.LoaderArgs) =>
  new Response(robots(appOf(context).origin), { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
