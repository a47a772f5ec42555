import { CardListing } from "~/rooms/catalog/CardListing.tsx";
import { loadCards } from "~/rooms/catalog/lists.server.ts";
import { SellerBlock } from "~/rooms/product/SellerBlock.tsx";
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

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = appOf(context);
  const vendor = await loadVendor(app, "citizen", params.slug);
  const state = readList(app.url.searchParams);
  return { vendor, listing: await loadCards({ app, channel: "citizen", state, filter: apiFilter(state, { vendorId: vendor.id }) }) };
}

export default function VendorPage({ loaderData }: Route.ComponentProps) {
  const { vendor, listing } = loaderData;
  const t = useMessages();
  const path = vendorPath("citizen", vendor.slug);
  return (
    <main id="main">
      <Seo title={vendor.name} description={vendor.introduction.slice(0, 150)} canonical={path} />
      <div className="wrap">
        <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.vendors.title, to: "/vendors" }, { label: vendor.name }]} />
      </div>
      <VendorHead vendor={vendor} channel="citizen" />
      <div className="wrap vsec">
        <h2>{t.vendors.itsProducts(vendor.name)}</h2>
        <CardListing listing={listing} path={path} channel="citizen" without={["certificates", "districts"]} />
      </div>
      <section className="wrap vsec two-col">
        <div>
          <h2>{t.vendors.certificates}</h2>
          {vendor.certificates.length ? <CertificateTable certificates={vendor.certificates} caption={t.vendors.certificates} /> : <p className="sub">{t.product.noCertificates}</p>}
        </div>
        <SellerBlock vendor={vendor} head={t.vendors.identity} intermediary={t.product.intermediary} />
      </section>
    </main>
  );
}
