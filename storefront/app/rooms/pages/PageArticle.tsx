import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { pagePath } from "~/lib/pages.ts";
import { Blocks, sectionsOf, type Section } from "~/lib/richtext.tsx";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { cx } from "~/ui/cx.ts";
import { Seo } from "~/ui/Seo.tsx";
import type { ContentPage } from "./page.server.ts";
import { words } from "./words.ts";
import "~/styles/pages.css";

/** From so many sections on, a page has a table of contents. */
const LONG = 3;

function Contents({ sections }: { sections: readonly Section[] }) {
  const t = words(useLanguage());
  return (
    <nav className="toc" aria-labelledby="toc">
      <h2 id="toc">{t.contents}</h2>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <a href={`#${section.id}`}>{section.head}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Days that the page's kind names, such as from when on terms are in force. */
function Days({ page }: { page: ContentPage }) {
  const language = useLanguage();
  const days = page.assignedAttributes.flatMap((one) => ("value" in one && one.value ? [{ slug: one.attribute.slug, name: one.attribute.translation?.name || one.attribute.name, day: one.value }] : []));
  return days.map(({ slug, name, day }) => (
    <p key={slug} className="in-force num">
      {name} <time dateTime={day}>{formatDate(day, language)}</time>
    </p>
  ));
}

/** A page of the market: what staff wrote, with its own table of contents when it is long. */
export function PageArticle({ page }: { page: ContentPage }) {
  const t = useMessages();
  const own = words(useLanguage());
  const english = page.translation;
  const title = english?.title || page.title;
  const lead = english?.seoDescription || page.seoDescription || "";
  const isKoreanOnly = useLanguage() !== "ko" && !english?.content;
  const { before, sections } = sectionsOf(english?.content ?? page.content);
  const isLong = sections.length >= LONG;
  return (
    <main id="main" className="wrap article">
      <Seo title={english?.seoTitle || page.seoTitle || title} description={lead || null} canonical={pagePath(page.slug)} />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: title }]} />
      <div className="hd">
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
        <Days page={page} />
      </div>
      <div className={cx("article-lay", isLong && "has-toc")}>
        {isLong ? <Contents sections={sections} /> : null}
        <div className="article-body">
          {isKoreanOnly ? <p className="note">{own.onlyKorean}</p> : null}
          <div className="article-text" lang={isKoreanOnly ? "ko" : undefined}>
            {before.length ? (
              <div className="prose">
                <Blocks blocks={before} caption={title} />
              </div>
            ) : null}
            {sections.map((section) => (
              <section key={section.id} id={section.id} aria-labelledby={`h-${section.id}`} className="prose">
                <h2 id={`h-${section.id}`}>{section.head}</h2>
                <Blocks blocks={section.blocks} caption={section.head} />
              </section>
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
