import { campaignText, CampaignHero, PlainHero } from "~/rooms/home/Hero.tsx";
import { loadHome } from "~/rooms/home/home.server.ts";
import { FeaturedVendor, Impact, Stories, Themes } from "~/rooms/home/Sections.tsx";
import { categoryPath } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { drawnHere } from "~/lib/page.server.ts";
import { Chip } from "~/ui/Chip.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { nameOf, ProductGrid } from "~/ui/ProductCard.tsx";
import { JsonLd, Seo, useOrigin } from "~/ui/Seo.tsx";
import type { Route } from "./+types/home";
import "~/styles/home.css";

export async function loader({ context }: Route.LoaderArgs) {
  return drawnHere({ ...(await loadHome(appOf(context).language)), now: Date.now() });
}

const GROUPS = 8;

export default function Home({ loaderData }: Route.ComponentProps) {
  const { campaign, others, goods, newest, stories, featured, totals, prices, themes, categories, now } = loaderData;
  const t = useMessages();
  const origin = useOrigin();
  return (
    <main id="main">
      <Seo canonical="/" />
      <JsonLd data={{ "@type": "WebSite", name: t.brand, url: `${origin}/`, potentialAction: { "@type": "SearchAction", target: `${origin}/search?q={q}`, "query-input": "required name=q" } }} />
      {campaign ? <CampaignHero campaign={campaign} prices={prices} now={now} /> : <PlainHero pictureUrl={stories[0]?.artwork?.url ?? featured?.vendor.artwork ?? null} prices={prices} />}
      <p className="mediator">
        <span className="wrap">
          <Icon name="info" size="s" />
          <span>{t.foot.notice}</span>
          {others.length ? (
            <span className="also">
              {t.home.alsoOpen}
              {others.map((other) => (
                <Link key={other.id} className="link" to={`/campaigns/${other.slug}`}>
                  {campaignText(other).title}
                </Link>
              ))}
            </span>
          ) : null}
        </span>
      </p>
      <Themes themes={themes} />
      <section className="sec tight">
        <div className="wrap">
          <div className="sec-h">
            <h2>{campaign ? t.home.campaignShelf(campaignText(campaign).title) : t.home.shelf}</h2>
            <Link className="more" to={campaign ? `/campaigns/${campaign.slug}` : "/c"}>
              {t.home.allCount(goods.total)} <Icon name="r" size="s" />
            </Link>
          </div>
          <nav className="chips scroll shelf-chips" aria-label={t.home.shelfGroups}>
            {categories.slice(0, GROUPS).map((category) => (
              <Chip key={category.id} to={categoryPath("citizen", category.slug)}>
                {nameOf(category)}
              </Chip>
            ))}
          </nav>
          <ProductGrid products={goods.items} channel="citizen" />
        </div>
      </section>
      <Stories stories={stories} />
      {featured ? <FeaturedVendor {...featured} /> : null}
      {newest ? (
        <section className="sec">
          <div className="wrap">
            <div className="sec-h">
              <h2>{t.home.shelf}</h2>
              <Link className="more" to="/c">
                {t.home.allCount(newest.total)} <Icon name="r" size="s" />
              </Link>
            </div>
            <ProductGrid products={newest.items} channel="citizen" />
          </div>
        </section>
      ) : null}
      <Impact totals={totals} now={now} />
    </main>
  );
}
