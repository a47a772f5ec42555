import { loadRows } from "~/rooms/catalog/lists.server.ts";
import { SellerBlock } from "~/rooms/product/SellerBlock.tsx";
import { loadWays } from "~/rooms/certificates/certificates.server.ts";
import { BuyingWays } from "~/rooms/public/BuyingWays.tsx";
import { readCompared } from "~/rooms/finding/compare.server.ts";
import { RowListing } from "~/rooms/public/RowListing.tsx";
import { CertificateTable } from "~/rooms/vendors/CertificateTable.tsx";
import { VendorHead } from "~/rooms/vendors/VendorHead.tsx";
import { loadVendor } from "~/rooms/vendors/vendors.server.ts";
import { vendorPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, readList } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/vendor";
import "~/styles/vendors.css";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const app = appOf(context);
  const vendor = await loadVendor(app, "public", params.slug);
  const state = readList(app.url.searchParams);
  const [listing, ways] = await Promise.all([loadRows({ app, channel: "public", state, filter: apiFilter(state, { vendorId: vendor.id }) }), loadWays(app, params.slug, "GOODS", 1)]);
  return { vendor, listing, compared: readCompared(request), ways: ways.all };
}

export default function PublicVendorPage({ loaderData }: Route.ComponentProps) {
  const { vendor, listing, compared, ways } = loaderData;
  const t = useMessages();
  const path = vendorPath("public", vendor.slug);
  return (
    <main id="main">
      <Seo title={`${vendor.name} · ${t.nav.public}`} description={vendor.introduction.slice(0, 150)} canonical={path} />
      <div className="wrap">
        <Breadcrumb crumbs={[{ label: t.nav.home, to: "/public" }, { label: t.pub.vendors, to: "/public/vendors" }, { label: vendor.name }]} />
      </div>
      <VendorHead vendor={vendor} channel="public" />
      <section className="wrap vsec two-col">
        <div>
          <h2>{t.pub.certificatesHead}</h2>
          <p className="sm sub lead-line">{t.pub.certificatesNote}</p>
          {vendor.certificates.length ? <CertificateTable certificates={vendor.certificates} caption={t.pub.certificatesHead} withBasis /> : <p className="sub">{t.product.noCertificates}</p>}
        </div>
        <SellerBlock vendor={vendor} head={t.pub.seller} intermediary={t.pub.intermediary} />
      </section>
      <div className="wrap vsec">
        <BuyingWays ways={ways} />
      </div>
      <div className="wrap vsec">
        <h2>{t.pub.productsOf(vendor.name)}</h2>
        <RowListing listing={listing} compared={compared} path={path} without={["certificates", "districts"]} />
      </div>
    </main>
  );
}
