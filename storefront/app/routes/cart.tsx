import { data, redirect } from "react-router";
import { CardShelfDocument, type CardFragment, type PurchaseRouteFragment } from "~/gql/operations";
import cartIsland from "~/islands/cart.ts?worker&url";
import copyIsland from "~/islands/copy.ts?worker&url";
import { readCart } from "~/lib/cart.server.ts";
import { baseOf, cartPath, channelOf, type Channel } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent, readText, type FieldError } from "~/lib/form.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { readQuantity } from "~/lib/money.ts";
import { RoutePanel } from "~/rooms/agency/RoutePanel.tsx";
import { loadRoutes } from "~/rooms/agency/routes.server.ts";
import { acceptPrices, addToCart, changeQuantities, languageVariables, loadCart, removeLines, type Shopper } from "~/rooms/cart/cart.server.ts";
import { CartGroup } from "~/rooms/cart/CartGroup.tsx";
import { CartSummary } from "~/rooms/cart/CartSummary.tsx";
import { changePromo, PROMO_INTENTS } from "~/rooms/cart/promo.server.ts";
import { promoWords } from "~/rooms/cart/promoWords.ts";
import { priceChange, readSeen } from "~/rooms/cart/seen.server.ts";
import { blocks, cannotBeBought, lineAnchor, lineStates, pieces } from "~/rooms/cart/state.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { cartWords } from "~/rooms/cart/words.ts";
import { listWords } from "~/rooms/lists/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { EmptyState } from "~/ui/EmptyState.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { ProductGrid } from "~/ui/ProductCard.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/cart";
import "~/styles/cart.css";

export const handle = { islands: [cartIsland, copyIsland] };

const SHELF = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  const shopper: Shopper = { context, request, channel: channelOf(url.pathname) };
  const cart = await loadCart(shopper);
  const done = url.searchParams.get("ok");
  if (!cart?.vendorGroups.length) {
    const isLost = !cart && (readCart(request, shopper.channel)?.quantity ?? 0) > 0;
    return { cart: null, states: {}, routes: {}, done, isLost, shelf: await loadShelf(shopper) };
  }
  const seen = readSeen(request, shopper.channel);
  const routes = shopper.channel === "public" ? await loadRoutes(context, cart.id) : {};
  return { cart, states: lineStates(cart, (line) => priceChange(line, seen)), routes, done, isLost: false, shelf: [] };
}

async function loadShelf({ context, channel }: Shopper): Promise<CardFragment[]> {
  const { products } = await gqlPublic(CardShelfDocument, { channel, ...languageVariables(context), first: SHELF, filter: {}, sortBy: { field: "PUBLISHED_AT", direction: "DESC" } });
  return nodesOf(products);
}

const back = (channel: Channel, done: string, lineId = "") => redirect(`${cartPath(channel)}?ok=${done}${lineId ? `#${lineAnchor(lineId)}` : ""}`, 303);
const refused = (errors: FieldError[]) => data({ errors }, { status: 400 });

/** Everything that cannot be bought any more, taken out at once. */
async function removeGone(shopper: Shopper): Promise<FieldError[]> {
  const cart = await loadCart(shopper);
  if (!cart) return [];
  const states = lineStates(cart, () => 0);
  return removeLines(shopper, Object.keys(states).filter((id) => cannotBeBought(states[id])));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const shopper: Shopper = { context, request, channel: channelOf(appOf(context).url.pathname) };
  const lineId = readText(form, "lineId", 200);
  const intent = readIntent(form, ["add", "update", "remove", "remove-gone", "accept", ...PROMO_INTENTS]);
  switch (intent) {
    case "add": {
      const errors = await addToCart(shopper, [{ variantId: readText(form, "variantId", 200), quantity: readQuantity(readText(form, "quantity", 20)) }]);
      if (errors.length) return refused(errors);
      return readText(form, "then", 20) === "checkout" ? redirect(`${baseOf(shopper.channel)}/checkout`, 303) : back(shopper.channel, "add");
    }
    case "update": {
      const errors = await changeQuantities(shopper, [{ lineId, quantity: readQuantity(readText(form, "quantity", 20), 0) }]);
      return errors.length ? refused(errors) : back(shopper.channel, "update", lineId);
    }
    case "remove": {
      const errors = await removeLines(shopper, [lineId]);
      return errors.length ? refused(errors) : back(shopper.channel, "remove");
    }
    case "remove-gone": {
      const errors = await removeGone(shopper);
      return errors.length ? refused(errors) : back(shopper.channel, "remove");
    }
    case "promo-add":
    case "promo-remove": {
      const errors = await changePromo(shopper, intent, form);
      return errors.length ? refused(errors) : back(shopper.channel, intent);
    }
    case "accept": {
      const cart = await loadCart(shopper);
      if (cart) acceptPrices(shopper, cart);
      return back(shopper.channel, "accept");
    }
  }
}

function Messages({ done, isLost, errors }: { done: string | null; isLost: boolean; errors?: readonly FieldError[] }) {
  const t = useVoice(cartWords);
  const promo = useVoice(promoWords);
  const said: Record<string, string> = { add: t.okAdd, update: t.okUpdate, remove: t.okRemove, accept: t.okAccept, again: t.okAgain, "promo-add": promo.okAdd, "promo-remove": promo.okRemove };
  const others = errors?.filter((error) => error.field !== "promoCode");
  if (errors?.length && !others?.length) return null; // it stands at the field of the code
  if (others?.length) return <Notice kind="bad" head={t.failHead} live>{[...new Set(others.map((error) => error.message))].join(" ")}</Notice>;
  if (isLost) return <Notice kind="info" live>{t.expired}</Notice>;
  if (done === "partly") return <Notice kind="warn" live>{t.okPartly}</Notice>;
  const text = done ? said[done] : undefined;
  return text ? <Notice kind="ok" live>{text}</Notice> : null;
}

function EmptyCart({ shelf }: { shelf: readonly CardFragment[] }) {
  const t = useVoice(cartWords);
  const channel = useChannel();
  return (
    <>
      <EmptyState
        head={t.emptyHead}
        way={
          <>
            <ButtonLink kind="1" to={`${baseOf(channel)}/c`}>{t.emptyWay}</ButtonLink>{" "}
            {channel === "citizen" ? <ButtonLink to="/values">{t.emptyValues}</ButtonLink> : null}
          </>
        }
      >
        <p>{t.emptyBody}</p>
      </EmptyState>
      {shelf.length ? (
        <section className="sec tight">
          <div className="sec-h">
            <h2>{t.emptyShelf}</h2>
          </div>
          <ProductGrid products={shelf} channel={channel} />
        </section>
      ) : null}
    </>
  );
}

function Problems({ count, hasGone, hasPrices }: { count: number; hasGone: boolean; hasPrices: boolean }) {
  const t = useVoice(cartWords);
  return (
    <div className="problems">
      <Notice kind="warn" head={t.problemHead}>{t.problemCount(count)}</Notice>
      <form method="post" className="ways">
        {hasGone ? <Button size="s" name="intent" value="remove-gone">{t.removeGone}</Button> : null}
        {hasPrices ? <Button size="s" name="intent" value="accept">{t.accept}</Button> : null}
      </form>
    </div>
  );
}

export default function CartPage({ loaderData, actionData }: Route.ComponentProps) {
  const { cart, states, done, isLost, shelf } = loaderData;
  const routes: Record<string, PurchaseRouteFragment | undefined> = loaderData.routes;
  const t = useVoice(cartWords);
  const [channel, language] = [useChannel(), useLanguage()];
  const all = Object.values(states);
  return (
    <main id="main" className="wrap cart-page">
      <Seo title={t.title} canonical={null} />
      <div className="hd">
        <h1>{t.title}</h1>
        {cart ? <p>{t.lead(cart.vendorGroups.length, pieces(cart.vendorGroups))}</p> : null}
      </div>
      <Messages done={done} isLost={isLost} errors={actionData?.errors} />
      {cart && all.length ? <Problems count={all.length} hasGone={all.some(cannotBeBought)} hasPrices={all.some((state) => state.priceChange !== 0)} /> : null}
      {cart ? (
        <div className="desk">
          <div>
            {cart.vendorGroups.map((group) => {
              const route = routes[group.vendor.id];
              return (
                <CartGroup key={group.vendor.id} group={group} states={states}>
                  {route ? <RoutePanel route={route} /> : null}
                </CartGroup>
              );
            })}
            {channel === "public" ? <p><ButtonLink kind="3" size="s" to="/agency/lists?from=basket">{listWords(language).putAll}</ButtonLink></p> : null}
          </div>
          <CartSummary cart={cart} isBlocked={all.some(blocks)} errors={actionData?.errors} />
        </div>
      ) : (
        <EmptyCart shelf={shelf} />
      )}
    </main>
  );
}
