import type { CardFragment, StoryCardFragment, ThemeFragment, VendorCardFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { Local } from "~/ui/Local.tsx";
import { clothOf } from "~/ui/cloth.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Artwork, Picture, sourceOf } from "~/ui/Picture.tsx";
import { nameOf, priceOf } from "~/ui/ProductCard.tsx";
import { Won } from "~/ui/Price.tsx";

/** "제로웨이스트·업사이클링" may break after the dot, never before it. */
function ThemeName({ name }: { name: string }) {
  return name.split(/(?<=·)/).map((part) => (
    <span key={part} className="part">
      {part}
    </span>
  ));
}

/** The five values as five cloths, joined by a stitch. */
export function Themes({ themes }: { themes: readonly ThemeFragment[] }) {
  const t = useMessages().home;
  return (
    <section className="sec">
      <div className="wrap">
        <div className="sec-h">
          <div>
            <h2>{t.values}</h2>
            <p>{t.valuesNote}</p>
          </div>
          <Link className="more" to="/values">
            {t.criteria} <Icon name="r" size="s" />
          </Link>
        </div>
        <ul className="themes">
          {themes.map((theme) => (
            <li key={theme.id} className={`th c-${clothOf(theme.cloth)}`}>
              <div className="tx">
                <h3>
                  <Link className="cover" to={`/values/${theme.slug}`}>
                    <ThemeName name={theme.name} />
                  </Link>
                </h3>
                <p>{theme.tagline}</p>
                <span className="n num">{t.themeCount(theme.productCount)}</span>
              </div>
              <div className="pic">
                <Picture avif={[sourceOf(theme.small, 256), sourceOf(theme.large, 512)]} fallback={theme.plain ?? null} alt="" sizes="(max-width: 767px) 158px, 260px" width={512} height={512} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

export const storyText = (story: Pick<StoryCardFragment, "title" | "lead" | "translation">) => ({
  title: story.translation?.title || story.title,
  lead: story.translation?.lead || story.lead,
});

function LeadStory({ story }: { story: StoryCardFragment }) {
  const t = useMessages();
  const { title, lead } = storyText(story);
  return (
    <article className="st-1">
      <div className="pic">
        <Artwork url={story.artwork?.url} alt="" width={1024} height={614} />
      </div>
      <span className="kind">{t.home.storyKind[story.kind]}</span>
      <h3>
        <Link className="cover" to={`/stories/${story.slug}`}>
          {title}
        </Link>
      </h3>
      <p>{lead}</p>
      <p className="with num">
        <Local text={t.stories.by(story.authorName)} /> · {t.stories.minutes(story.readingMinutes)}
      </p>
    </article>
  );
}

export function Stories({ stories }: { stories: readonly StoryCardFragment[] }) {
  const t = useMessages().home;
  const first = stories.find((story) => story.kind === "HERO") ?? stories[0];
  if (!first) return null;
  const rest = stories.filter((story) => story !== first).slice(0, 3);
  return (
    <section className="sec on-paper">
      <div className="wrap">
        <div className="sec-h">
          <h2>{t.storiesHead}</h2>
          <Link className="more" to="/stories">
            {t.storiesAll} <Icon name="r" size="s" />
          </Link>
        </div>
        <div className="stories">
          <LeadStory story={first} />
          <div>
            {rest.map((story) => (
              <article key={story.id} className="st-2">
                <div className="pic">
                  <Artwork url={story.small?.url} alt="" width={336} height={336} />
                </div>
                <div>
                  <span className="kind">{t.storyKind[story.kind]}</span>
                  <h3>
                    <Link className="cover" to={`/stories/${story.slug}`}>
                      {storyText(story).title}
                    </Link>
                  </h3>
                  <p>{storyText(story).lead}</p>
                </div>
              </article>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

export function FeaturedVendor({ vendor, products }: { vendor: VendorCardFragment; products: readonly CardFragment[] }) {
  const t = useMessages();
  return (
    <section className="vend" aria-labelledby="v-h">
      <div className="wrap">
        <div className="pic">
          <Artwork url={vendor.artwork} alt="" width={800} height={720} />
        </div>
        <div className="tx">
          <span className="kind">{[t.home.vendorKick, vendor.district?.name].filter(Boolean).join(" · ")}</span>
          <h2 id="v-h">
            {vendor.name} <small>{vendor.kindName}</small>
          </h2>
          <div className="certs">
            {sortCertificates(vendor.certificates).slice(0, 3).map((certificate) => (
              <Certificate key={certificate.id} certificate={certificate} />
            ))}
            {vendor.memberCount ? <span className="tag">{t.vendors.members(vendor.memberCount)}</span> : null}
          </div>
          <p className="say">{vendor.introduction}</p>
          <ul className="minis">
            {products.slice(0, 3).map((product) => {
              const price = priceOf(product);
              return (
                <li key={product.id}>
                  <div className="pic2">
                    <Picture avif={[sourceOf(product.small, 256), sourceOf(product.large, 512)]} fallback={product.plain} alt="" sizes="190px" width={512} height={512} />
                  </div>
                  <Link className="cover" to={`/p/${product.slug}`}>
                    {nameOf(product)}
                  </Link>
                  {price ? (
                    <b className="num">
                      <Won amount={price.now} />
                    </b>
                  ) : null}
                </li>
              );
            })}
          </ul>
          <p className="ways">
            <ButtonLink to={`/vendors/${vendor.slug}`}>{t.home.vendorMore(vendor.name, vendor.productCount)}</ButtonLink>
            <Link className="more" to="/vendors">
              {t.home.vendorsAll} <Icon name="r" size="s" />
            </Link>
          </p>
        </div>
      </div>
    </section>
  );
}

export interface Totals {
  vendors: number;
  products: number;
  claims: number;
}

/** Only what the API can count today; nothing is estimated. */
export function Impact({ totals, now }: { totals: Totals; now: number }) {
  const t = useMessages().home;
  const language = useLanguage();
  const cells: [number, string, string][] = [
    [totals.vendors, t.impactVendors, t.impactVendorsNote],
    [totals.products, t.impactProducts, t.impactProductsNote],
    [totals.claims, t.impactClaims, t.impactClaimsNote],
  ];
  return (
    <section className="wrap">
      <div className="impact">
        <h2>
          {t.impact1}
          <br />
          {t.impact2}
        </h2>
        {cells.map(([count, unit, note], at) => (
          <div className="c" key={note}>
            <span className="n num">
              {formatNumber(count)}
              <small>{unit}</small>
            </span>
            <p>{note}</p>
            {at === cells.length - 1 ? <p className="src">{t.impactSource(formatDate(new Date(now).toISOString(), language))}</p> : null}
          </div>
        ))}
      </div>
    </section>
  );
}
