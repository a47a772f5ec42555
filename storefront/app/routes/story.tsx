import { data } from "react-router";
import { StoriesDocument, StoryDocument } from "~/gql/operations";
import { describe } from "~/lib/i18n/textLanguage.ts";
import { storyText } from "~/rooms/home/Sections.tsx";
import { StoryCard } from "~/rooms/stories/StoryCard.tsx";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { gqlPublic } from "~/lib/graphql.server.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { RichText } from "~/lib/richtext.tsx";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Artwork } from "~/ui/Picture.tsx";
import { ProductGrid } from "~/ui/ProductCard.tsx";
import { JsonLd, Seo, useOrigin } from "~/ui/Seo.tsx";
import { ValueTag } from "~/ui/ValueTag.tsx";
import type { Route } from "./+types/story";
import "~/styles/stories.css";

const MORE = 3;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { languageCode, translated } = appOf(context);
  const [{ story }, others] = await Promise.all([
    gqlPublic(StoryDocument, { slug: params.slug, channel: "citizen", language: languageCode, translated }),
    gqlPublic(StoriesDocument, { first: MORE + 1, language: languageCode, translated }),
  ]);
  if (!story) throw data(null, { status: 404 });
  return { story, more: others.stories.filter((other) => other.id !== story.id).slice(0, MORE) };
}

export default function StoryPage({ loaderData }: Route.ComponentProps) {
  const { story, more } = loaderData;
  const t = useMessages();
  const language = useLanguage();
  const origin = useOrigin();
  const { title, lead } = storyText(story);
  const path = `/stories/${story.slug}`;
  const image = story.artwork ? imagePath(story.artwork.url) : null;
  return (
    <main id="main" className="wrap">
      <Seo title={title} description={lead} canonical={path} image={image} />
      <JsonLd data={{ "@type": "Article", headline: title, description: lead, datePublished: story.publishedAt, author: { "@type": "Person", name: story.authorName }, mainEntityOfPage: origin + path }} />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: t.stories.title, to: "/stories" }, { label: title }]} />
      <article className="read">
        <header>
          <p className="kind">{t.home.storyKind[story.kind]}</p>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          <p className="by num">
            <span><Local text={t.stories.by(story.authorName)} /></span>
            <time dateTime={story.publishedAt}>{formatDate(story.publishedAt, language)}</time>
            <span>{t.stories.minutes(story.readingMinutes)}</span>
            {story.theme ? <ValueTag cloth={story.theme.cloth} name={story.theme.name} /> : null}
            {story.vendor ? (
              <Link className="link" to={`/vendors/${story.vendor.slug}`}>
                {story.vendor.name}
              </Link>
            ) : null}
          </p>
        </header>
        <div className="pic">
          <Artwork url={story.artwork?.url} alt={describe(story.artwork?.alt, title, language)} width={1200} height={640} eager />
        </div>
        {language === "ko" ? (
          <RichText json={story.body} />
        ) : story.text?.body ? (
          <>
            <RichText json={story.text.body} />
            <p className="note">{t.stories.inKorean}</p>
            <div lang="ko">
              <RichText json={story.body} />
            </div>
          </>
        ) : (
          <div lang="ko">
            <RichText json={story.body} />
          </div>
        )}
      </article>
      {story.products.length ? (
        <section className="story-goods" aria-labelledby="goods">
          <h2 id="goods">{t.stories.products}</h2>
          <ProductGrid products={story.products} channel="citizen" />
        </section>
      ) : null}
      {more.length ? (
        <section className="story-goods" aria-labelledby="more">
          <h2 id="more">{t.stories.more}</h2>
          <ul className="sgrid">
            {more.map((other) => (
              <li key={other.id}>
                <StoryCard story={other} level={3} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}
