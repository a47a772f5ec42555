import { loadPublicHome } from "~/rooms/public/publicHome.server.ts";
import { Row } from "~/rooms/public/Row.tsx";
import { categoryPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Chip } from "~/ui/Chip.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/home";
import "~/styles/list.css";
import "~/styles/rows.css";
import "~/styles/public-home.css";

export const loader = ({ context }: Route.LoaderArgs) => loadPublicHome(appOf(context).language);

type Data = Route.ComponentProps["loaderData"];
const CERTIFICATES = 8;

function Hero({ facets, vendorTotal }: Pick<Data, "facets" | "vendorTotal">) {
  const t = useMessages();
  const counted = facets.certificates.filter((facet) => facet.count > 0).sort((a, b) => b.count - a.count);
  return (
    <section className="pub-hero" aria-labelledby="pub-h">
      <div className="ph-title">
        <h1 id="pub-h">{t.pub.heroHead}</h1>
        <p>{t.pub.heroLead}</p>
        <div className="go">
          <ButtonLink kind="1" size="l" to="/public/c">
            {t.pub.all} {formatNumber(facets.totalCount)}
          </ButtonLink>
          <ButtonLink kind="2" size="l" to="/public/vendors">
            {t.pub.vendors} {formatNumber(vendorTotal)}
          </ButtonLink>
        </div>
      </div>
      <div className="ph-certs">
        <h2>{t.pub.byCertificate}</h2>
        <p className="sm">{t.pub.certificateNote}</p>
        <ul>
          {counted.slice(0, CERTIFICATES).map(({ kind, count }) => (
            <li key={kind.code}>
              <Link to={`/public/c?cert=${kind.code}`}>
                <Icon name={kind.isPreliminary ? "doc" : "seal"} />
                <span>{kind.shortName}</span>
                <b className="num">{formatNumber(count)}</b>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function CategoryGrid({ categories, facets }: Pick<Data, "categories" | "facets">) {
  const t = useMessages();
  const countOf = (id: string) => facets.categories.find((facet) => facet.category.id === id)?.count ?? null;
  return (
    <section className="sec tight-b" aria-labelledby="cats">
      <div className="wrap">
        <div className="sec-h">
          <h2 id="cats">{t.pub.categories}</h2>
        </div>
        <ul className="cat-grid">
          {categories.map((category) => (
            <li key={category.id}>
              <h3>
                <Link to={categoryPath("public", category.slug)}>{nameOf(category)}</Link>
                {countOf(category.id) === null ? null : <span className="num">{formatNumber(countOf(category.id) ?? 0)}</span>}
              </h3>
              <ul>
                {category.children.map((child) => (
                  <li key={child.id}>
                    <Link to={categoryPath("public", child.slug)}>{nameOf(child)}</Link>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

export default function PublicHome({ loaderData }: Route.ComponentProps) {
  const { categories, facets, services, rows, vendorTotal } = loaderData;
  const t = useMessages();
  const offered = services.filter((facet) => facet.count > 0);
  return (
    <main id="main">
      <Seo title={t.pub.title} description={t.pub.description} canonical="/public" />
      <Hero facets={facets} vendorTotal={vendorTotal} />
      <p className="mediator">
        <span className="wrap">
          <Icon name="info" size="s" />
          <span>{t.foot.notice}</span>
        </span>
      </p>
      <CategoryGrid categories={categories} facets={facets} />
      {offered.length ? (
        <section className="sec tight-b" aria-labelledby="services">
          <div className="wrap">
            <div className="sec-h">
              <h2 id="services">{t.pub.services}</h2>
            </div>
            <div className="chips">
              {offered.map(({ category, count }) => (
                <Chip key={category.id} to={`${categoryPath("public", category.slug)}?kind=service`}>
                  {nameOf(category)} <span className="n num">{formatNumber(count)}</span>
                </Chip>
              ))}
            </div>
          </div>
        </section>
      ) : null}
      <section className="sec" aria-labelledby="recent">
        <div className="wrap rows">
          <div className="sec-h">
            <h2 id="recent">{t.pub.recent}</h2>
            <Link className="more" to="/public/c">
              {t.home.all} <Icon name="r" size="s" />
            </Link>
          </div>
          <ul className="recent">
            {rows.map((product) => (
              <li key={product.id}>
                <Row product={product} quantity={null} level={3} />
              </li>
            ))}
          </ul>
        </div>
      </section>
    </main>
  );
}
