import type { RouterContextProvider } from "react-router";
import { readCart } from "~/lib/cart.server.ts";
import type { Channel } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { operator, operatorCheckUrl } from "~/lib/operator.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { worksForAgency } from "./agency/standing.server.ts";
import { loadNavigationOrEmpty } from "./catalog/navigation.server.ts";
import { loadMenus } from "./pages/menus.server.ts";

/** Everything the frame around a page shows. */
export async function loadFrame(request: Request, context: Readonly<RouterContextProvider>, channel: Channel) {
  const { language, session } = appOf(context);
  const [navigation, menus, isOfficial] = await Promise.all([loadNavigationOrEmpty(channel, language), loadMenus(channel, language), channel === "public" && worksForAgency(context)]);
  return drawnHere({
    channel,
    navigation,
    menus,
    cartQuantity: readCart(request, channel)?.quantity ?? 0,
    isSignedIn: session.isSignedIn,
    isOfficial,
    operator,
    checkUrl: operatorCheckUrl,
  });
}

export type FrameData = Awaited<ReturnType<typeof loadFrame>>;
