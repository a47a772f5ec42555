import { CardShelfDocument } from "~/gql/operations";
import { loadNavigation } from "~/rooms/catalog/navigation.server.ts";
import { oneOfEach } from "~/rooms/catalog/variety.ts";
import { appOf } from "~/lib/context.server.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { clothOf } from "~/ui/cloth.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { ProductGrid } from "~/ui/ProductCard.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/values";
import "~/styles/values.css";

const SHOWN = 3;
const LOOK_AT = 24;

export async function loader({ context }: Route.LoaderArgs) {
  const { language, languageCode, translated } = appOf(context);
  const { themes } = await loadNavigation("citizen", language);
  const shelves = await Promise.all(
    themes.map((theme) =>
      gqlPublic(CardShelfDocument, { channel: "citizen", language: languageCode, translated, filter: { values: [theme.code] }, first: LOOK_AT, sortBy: { field: "PUBLISHED_AT", direction: "DESC" } }),
    ),
  );
  return { themes: themes.map((theme, at) => ({ theme, products: oneOfEach(nodesOf(shelves[at]?.products), SHOWN) })) };
}

export default function ValuesPage({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <main id="main">
      <div className="wrap">
        <Seo title={t.values.title} description={t.values.lead} canonical="/values" />
        <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.values.title }]} />
        <div className="hd">
          <h1>{t.home.values}</h1>
          <p>{t.home.valuesNote}</p>
        </div>
      </div>
      {loaderData.themes.map(({ theme, products }) => (
        <section key={theme.id} className="wrap theme-row" aria-labelledby={`theme-${theme.code}`}>
          <div className={`patch-t c-${clothOf(theme.cloth)}`}>
            <h2 id={`theme-${theme.code}`}>{theme.name}</h2>
            <p className="tag-line">{theme.tagline}</p>
            <p className="de">{theme.description}</p>
            <Link className="more" to={`/values/${theme.slug}`}>
              {t.home.allCount(theme.productCount)} <Icon name="r" size="s" />
            </Link>
          </div>
          <ProductGrid products={products} channel="citizen" />
        </section>
      ))}
    </main>
  );
}
