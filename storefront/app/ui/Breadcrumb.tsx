import { useMessages } from "~/lib/i18n/index.ts";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";
import { JsonLd } from "./Seo.tsx";

export interface Crumb {
  label: string;
  to?: string;
}

export function Breadcrumb({ crumbs, origin }: { crumbs: readonly Crumb[]; origin?: string }) {
  const t = useMessages().nav;
  return (
    <nav className="bc" aria-label={t.breadcrumb}>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.label}>
            {at > 0 ? <Icon name="r" size="s" /> : null}
            {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
      {origin ? (
        <JsonLd
          data={{
            "@type": "BreadcrumbList",
            itemListElement: crumbs.map((crumb, at) => ({ "@type": "ListItem", position: at + 1, name: crumb.label, ...(crumb.to ? { item: origin + crumb.to } : {}) })),
          }}
        />
      ) : null}
    </nav>
  );
}
