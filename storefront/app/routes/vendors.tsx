import { loadVendors } from "~/rooms/vendors/vendors.server.ts";
import { VendorList } from "~/rooms/vendors/VendorList.tsx";
import { appOf } from "~/lib/context.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/vendors";

export const loader = ({ context }: Route.LoaderArgs) => loadVendors(appOf(context), "citizen");

export default function VendorsPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <main id="main" className="wrap">
      <Seo title={t.vendors.title} description={t.vendors.lead} canonical="/vendors" />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.vendors.title }]} />
      <div className="hd">
        <h1>{t.vendors.title}</h1>
        <p>{t.vendors.lead}</p>
      </div>
      <VendorList listing={loaderData} channel="citizen" />
    </main>
  );
}
