import { DeliveryTerms } from "~/rooms/product/DeliveryTerms.tsx";
import { Gallery } from "~/rooms/product/Gallery.tsx";
import { NoticeTable } from "~/rooms/product/NoticeTable.tsx";
import { loadProduct, type ProductFull } from "~/rooms/product/product.server.ts";
import { ValueClaims } from "~/rooms/product/Proof.tsx";
import { SellerBlock } from "~/rooms/product/SellerBlock.tsx";
import { productCrumbs } from "~/rooms/product/structure.tsx";
import { chooseVariant } from "~/rooms/product/variants.ts";
import { loadWays } from "~/rooms/certificates/certificates.server.ts";
import { amountsOf } from "~/rooms/public/amounts.ts";
import { BuyingWays, RouteHint } from "~/rooms/public/BuyingWays.tsx";
import { OrderPanel } from "~/rooms/public/OrderPanel.tsx";
import { CertificateTable } from "~/rooms/vendors/CertificateTable.tsx";
import { CompareBar, CompareButton } from "~/rooms/finding/CompareForms.tsx";
import { readCompared } from "~/rooms/finding/compare.server.ts";
import { placeFault } from "~/rooms/finding/Conditions.tsx";
import { FoundBox } from "~/rooms/finding/FoundBox.tsx";
import { findingWords } from "~/rooms/finding/words.ts";
import { RecheckNote } from "~/rooms/vendors/VendorNotes.tsx";
import { productPath, vendorPath } from "~/lib/channel.ts";
import { ProductFindingDocument } from "~/gql/operations";
import { placeOf, readList } from "~/lib/facets.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { noteView } from "~/lib/insight.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { readQuantity } from "~/lib/money.ts";
import { RichText } from "~/lib/richtext.tsx";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Link } from "~/ui/Link.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { Seo, useOrigin } from "~/ui/Seo.tsx";
import type { Route } from "./+types/product";
import "~/styles/product.css";
import "~/styles/rows.css";
import "~/styles/public-product.css";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const { product, isElsewhere } = await loadProduct(app, "public", params.slug);
  noteView(request, "public", product.id);
  const variants = nodesOf(product.productVariants);
  const asked = app.url.searchParams;
  const chosen = chooseVariant(variants, asked.get("variantId"));
  const quantity = asked.has("quantity") ? readQuantity(asked.get("quantity")) : null;
  const unit = chosen?.pricing?.price?.gross.amount;
  // 추정가격: without VAT, for the quantity typed.
  const supply = unit === undefined || product.isQuoteOnly ? null : amountsOf(unit, chosen?.quantityPrices ?? [], product.taxKind, quantity, product.minimumOrderQuantity).supply;
  const state = readList(asked);
  const [ways, { product: found }] = await Promise.all([
    loadWays(app, product.vendor.slug, product.isService ? "SERVICES" : "GOODS", supply ?? 1),
    gqlPublic(ProductFindingDocument, { slug: params.slug, channel: "public", quantity: quantity ?? 1, place: placeOf(state), variant: chosen?.id ?? null, language: app.languageCode }),
  ]);
  return {
    ways,
    found,
    state,
    compared: readCompared(request),
    supply,
    product,
    isElsewhere,
    variants,
    chosen,
    quantity,
  };
}

function Head({ product, name }: { product: ProductFull; name: string }) {
  const t = useMessages();
  return (
    <div className="pub-head">
      <p className="tags">
        <span className="tag ink">{product.isService ? t.pub.kindOf.service : t.pub.kindOf.goods}</span>
        <span className="tag acc">{t.taxPaper[product.taxKind]}</span>
        {product.isQuoteOnly ? <span className="tag warn">{t.pub.quote}</span> : null}
        {product.minimumOrderQuantity > 1 ? <span className="tag">{t.pub.fromMinimum(product.minimumOrderQuantity)}</span> : null}
      </p>
      <h1>{name}</h1>
      <p className="one-line">{product.text?.summary || product.summary}</p>
      <p className="by">
        <Link className="link" to={vendorPath("public", product.vendor.slug)}>
          {product.vendor.name}
        </Link>{" "}
        {[product.vendor.kindName, product.vendor.district?.name, product.vendor.memberCount ? t.pub.members(product.vendor.memberCount) : null].filter(Boolean).join(" · ")}
      </p>
    </div>
  );
}

function Papers({ product }: { product: ProductFull }) {
  const t = useMessages();
  return (
    <>
      <section className="pub-sec" aria-labelledby="certs">
        <h2 id="certs">{t.pub.certificatesHead}</h2>
        <p className="sm sub">{t.pub.certificatesNote}</p>
        <RecheckNote vendor={product.vendor} />
        {product.vendor.certificates.length ? <CertificateTable certificates={product.vendor.certificates} caption={t.pub.certificatesHead} withBasis /> : <p className="sub">{t.product.noCertificates}</p>}
      </section>
      <section className="pub-sec two">
        <NoticeTable product={product} />
        <SellerBlock vendor={product.vendor} head={t.pub.seller} intermediary={t.pub.intermediary} />
      </section>
      <section className="pub-sec two">
        <div>
          <h2 className="h-notice">{t.pub.deliveryHead}</h2>
          <DeliveryTerms product={product} />
        </div>
        <div>
          <h2 className="h-notice">{t.product.about}</h2>
          <RichText json={product.text?.description || product.description} />
        </div>
      </section>
    </>
  );
}

export default function PublicProductPage({ loaderData }: Route.ComponentProps) {
  const { product, isElsewhere, variants, chosen, quantity, ways, supply, found, state, compared } = loaderData;
  const t = useMessages();
  const f = findingWords(useLanguage());
  const origin = useOrigin();
  const name = nameOf(product);
  return (
    <main id="main" className="wrap pub-product">
      <Seo title={`${name} · ${t.nav.public}`} description={product.text?.summary || product.summary} canonical={productPath("public", product.slug)} />
      <Breadcrumb crumbs={productCrumbs(product, name, "public", t.nav.home)} origin={origin} />
      <div className="pub-top">
        <Gallery product={product} name={name} />
        <Head product={product} name={name} />
        <div className="order-side">
          {supply === null ? null : <RouteHint ways={ways.here} amount={supply} />}
          {found ? <FoundBox found={found} slug={product.slug} quantity={quantity} variantId={variants.length > 1 ? (chosen?.id ?? null) : null} to={state.to} fault={placeFault({ ...state, by: null }, f)} /> : null}
          <OrderPanel product={product} variants={variants} chosen={chosen} quantity={quantity} place={state.to} />
          <CompareButton id={product.id} name={name} isIn={compared.includes(product.id)} />
        </div>
      </div>
      <div className="pub-sec">
        <BuyingWays ways={ways.all} />
      </div>
      <Papers product={product} />
      <ValueClaims claims={product.valueClaims} />
      <CompareBar items={compared} quantity={quantity} to={state.to} />
      {isElsewhere ? (
        <p className="sm mute to-citizen">
          <Link className="link" to={productPath("citizen", product.slug)}>
            {t.pub.citizenLink}
          </Link>
        </p>
      ) : null}
    </main>
  );
}
