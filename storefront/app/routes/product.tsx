import { BuyBox, FORM_ID } from "~/rooms/product/BuyBox.tsx";
import { DeliveryTerms } from "~/rooms/product/DeliveryTerms.tsx";
import { Gallery } from "~/rooms/product/Gallery.tsx";
import { NoticeTable } from "~/rooms/product/NoticeTable.tsx";
import { loadProduct, loadRelated, type ProductFull } from "~/rooms/product/product.server.ts";
import { productCrumbs, ProductLd } from "~/rooms/product/structure.tsx";
import { ValueClaims } from "~/rooms/product/Proof.tsx";
import { SellerBlock } from "~/rooms/product/SellerBlock.tsx";
import { chooseVariant, isBuyable } from "~/rooms/product/variants.ts";
import { isResting } from "~/rooms/vendors/VendorNotes.tsx";
import { productPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { noteView } from "~/lib/insight.server.ts";
import { nodesOf } from "~/lib/lists.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { RichText, excerpt } from "~/lib/richtext.tsx";
import buyIsland from "~/islands/buy.ts?worker&url";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Button } from "~/ui/Button.tsx";
import { Picture } from "~/ui/Picture.tsx";
import { nameOf, ProductGrid } from "~/ui/ProductCard.tsx";
import { Seo, useOrigin } from "~/ui/Seo.tsx";
import type { Route } from "./+types/product";
import "~/styles/product.css";

export const handle = { islands: [buyIsland] };

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const { product, isElsewhere } = await loadProduct(app, "citizen", params.slug);
  noteView(request, "citizen", product.id);
  const variants = nodesOf(product.productVariants);
  const chosen = chooseVariant(variants, app.url.searchParams.get("variant"));
  return drawnHere({ product, isElsewhere, variants, chosen, related: await loadRelated(app, "citizen", product), now: Date.now() });
}

function Tabs() {
  const t = useMessages().product;
  return (
    <nav className="tabs" aria-label={t.tabs}>
      <div className="wrap">
        <a href="#story">{t.tabStory}</a>
        <a href="#info">{t.tabInfo}</a>
        <a href="#delivery">{t.tabDelivery}</a>
        <a href="#seller-box">{t.tabSeller}</a>
      </div>
    </nav>
  );
}

/** Another view of the goods where there is one. */
function StoryPicture({ product }: { product: ProductFull }) {
  const pictures = (product.media ?? []).filter((media) => media.type === "IMAGE");
  const second = pictures[1] ?? pictures[0];
  const avif = second ? [{ url: second.medium, width: 512 }, { url: second.big, width: 1024 }] : [];
  return <Picture avif={avif} fallback={second ? { url: second.fallback } : product.fallback} alt="" sizes="(max-width: 767px) 100vw, 570px" width={1024} height={1024} />;
}

function Details({ product }: { product: ProductFull }) {
  const t = useMessages().product;
  return (
    <>
      <section className="sec" id="story" aria-label={t.about}>
        <div className="wrap story">
          <div className="pic">
            <StoryPicture product={product} />
          </div>
          <div>
            <span className="kind">{t.story}</span>
            <h2>{product.text?.summary || product.summary || t.about}</h2>
            <RichText json={product.text?.description || product.description} />
          </div>
        </div>
      </section>
      <section className="sec tight" id="info">
        <div className="wrap two">
          <NoticeTable product={product} />
          <SellerBlock vendor={product.vendor} head={t.seller} intermediary={t.intermediary} />
        </div>
      </section>
      <section className="sec tight" id="delivery">
        <div className="wrap">
          <h2 className="h-notice">{t.deliveryHead}</h2>
          <DeliveryTerms product={product} />
        </div>
      </section>
    </>
  );
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const { product, isElsewhere, variants, chosen, related, now } = loaderData;
  const t = useMessages();
  const origin = useOrigin();
  const name = nameOf(product);
  const description = product.text?.summary || product.summary || excerpt(product.text?.description || product.description);
  const canBuy = !product.isQuoteOnly && !isResting(product.vendor) && variants.some(isBuyable);
  return (
    <main id="main">
      <Seo title={product.seoTitle || `${name} · ${product.vendor.name}`} description={description} canonical={productPath("citizen", product.slug)} image={product.fallback ? imagePath(product.fallback.url) : null} />
      <ProductLd product={product} name={name} description={description} origin={origin} />
      <div className="wrap">
        <Breadcrumb crumbs={productCrumbs(product, name, "citizen", t.nav.home)} origin={origin} />
        <div className="topw">
          <div className="top">
            <div className="left">
              <Gallery product={product} name={name} />
              <ValueClaims claims={product.valueClaims} />
            </div>
            <BuyBox {...{ product, name, variants, chosen, now, isElsewhere }} />
          </div>
        </div>
      </div>
      <Tabs />
      <Details product={product} />
      {[[t.product.moreVendor(product.vendor.name), related.ofVendor] as const, [t.product.moreCategory, related.ofCategory] as const].map(([head, items]) =>
        items.length ? (
          <section className="sec tight" key={head}>
            <div className="wrap">
              <div className="sec-h">
                <h2>{head}</h2>
              </div>
              <ProductGrid products={items} channel="citizen" />
            </div>
          </section>
        ) : null,
      )}
      {canBuy ? (
        <div className="fixbuy">
          <Button form={FORM_ID}>{t.product.addToCart}</Button>
          <Button kind="1" form={FORM_ID} name="then" value="checkout">
            {t.product.buyNow}
          </Button>
        </div>
      ) : null}
    </main>
  );
}
