import { loadVendors } from "~/rooms/vendors/vendors.server.ts";
import { VendorList } from "~/rooms/vendors/VendorList.tsx";
import { appOf } from "~/lib/context.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/vendors";

export const loader = ({ context }: Route.LoaderArgs) => loadVendors(appOf(context), "public");

export default function PublicVendorsPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <main id="main" className="wrap">
      <Seo title={`${t.pub.vendors} · ${t.nav.public}`} description={t.pub.vendorsLead} canonical="/public/vendors" />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/public" }, { label: t.pub.vendors }]} />
      <div className="hd">
        <h1>{t.pub.vendors}</h1>
        <p>{t.pub.vendorsLead}</p>
      </div>
      <VendorList listing={loaderData} channel="public" />
    </main>
  );
}
