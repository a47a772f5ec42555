import { data } from "react-router";
import { CardListing } from "~/rooms/catalog/CardListing.tsx";
import { loadCards } from "~/rooms/catalog/lists.server.ts";
import { loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { appOf } from "~/lib/context.server.ts";
import { apiFilter, readList } from "~/lib/facets.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Chip } from "~/ui/Chip.tsx";
import { clothOf } from "~/ui/cloth.ts";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/value";
import "~/styles/values.css";

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = appOf(context);
  const { themes } = await loadNavigation("citizen", app.language);
  const theme = themes.find((item) => item.slug === params.slug);
  if (!theme) throw data(null, { status: 404 });
  const state = readList(app.url.searchParams);
  return { theme, themes, listing: await loadCards({ app, channel: "citizen", state, filter: apiFilter(state, { value: theme.code }) }) };
}

export default function ValuePage({ loaderData }: Route.ComponentProps) {
  const { theme, themes, listing } = loaderData;
  const t = useMessages();
  const path = `/values/${theme.slug}`;
  return (
    <main id="main">
      <Seo title={theme.name} description={theme.description} canonical={path} />
      <div className={`value-head c-${clothOf(theme.cloth)}`}>
        <div className="wrap">
          <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.values.title, to: "/values" }, { label: theme.name }]} />
          <h1>{theme.name}</h1>
          <p className="tag-line">{theme.tagline}</p>
          <p className="de">{theme.description}</p>
        </div>
      </div>
      <div className="wrap">
        <nav className="chips scroll subs value-nav" aria-label={t.values.title}>
          {themes.map((item) => (
            <Chip key={item.id} to={`/values/${item.slug}`} isOn={item.id === theme.id}>
              {item.name}
            </Chip>
          ))}
        </nav>
        <CardListing listing={listing} path={path} channel="citizen" without={["values"]} />
      </div>
    </main>
  );
}
