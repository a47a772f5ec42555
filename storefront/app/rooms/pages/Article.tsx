import { useMessages } from "~/lib/i18n/index.ts";
import { Breadcrumb } from "~/ui/Breadcrumb.tsx";
import { Seo } from "~/ui/Seo.tsx";
import "~/styles/pages.css";

/** A line is a paragraph; a list is a list; pairs become a table. */
export type Part = string | readonly string[] | { readonly pairs: readonly (readonly [string, string])[] };

export interface Section {
  id: string;
  head: string;
  parts: readonly Part[];
}

export interface PageText {
  title: string;
  lead: string;
  sections: readonly Section[];
}

function SectionPart({ part, caption }: { part: Part; caption: string }) {
  if (typeof part === "string") return <p>{part}</p>;
  if (!("pairs" in part)) {
    return (
      <ul className="dots">
        {part.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  }
  return (
    <table className="spec">
      <caption className="vh">{caption}</caption>
      <tbody>
        {part.pairs.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A page of text with its own table of contents. */
export function Article({ text, path, children }: { text: PageText; path: string; children?: React.ReactNode }) {
  const t = useMessages();
  return (
    <main id="main" className="wrap article">
      <Seo title={text.title} description={text.lead} canonical={path} />
      <Breadcrumb crumbs={[{ label: t.nav.home, to: "/" }, { label: text.title }]} />
      <div className="hd">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </div>
      <div className="article-lay">
        <nav className="toc" aria-label={text.title}>
          <ol>
            {text.sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.head}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="article-body">
          {children}
          {text.sections.map((section) => (
            <section key={section.id} id={section.id} aria-labelledby={`h-${section.id}`} className="prose">
              <h2 id={`h-${section.id}`}>{section.head}</h2>
              {section.parts.map((part, at) => (
                <SectionPart key={at} part={part} caption={section.head} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </main>
  );
}
