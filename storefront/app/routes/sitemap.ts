import { appOf } from "~/lib/context.server.ts";
import { indexOf, xmlResponse } from "~/rooms/sitemap/collect.server.ts";
import type { Route } from "./+types/sitemap";

export const loader = async ({ context }: Route.LoaderArgs) => xmlResponse(await indexOf(appOf(context).origin));
