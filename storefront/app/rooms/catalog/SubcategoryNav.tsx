import type { FacetsFragment } from "~/gql/operations";
import { baseOf, categoryPath, type Channel } from "~/lib/channel.ts";
import { useMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Chip } from "~/ui/Chip.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import type { Branch, CategoryNode, CategoryPlace } from "./navigation.server.ts";

interface Props {
  place: CategoryPlace | null;
  roots: readonly CategoryNode[];
  channel: Channel;
  counts: FacetsFragment["categories"];
}

/** One level down; at the bottom, the neighbours. */
export function SubcategoryNav({ place, roots, channel, counts }: Props) {
  const t = useMessages().list;
  const siblings = place?.parent ? (roots.find((root) => root.id === place.parent?.id)?.children ?? []) : [];
  const shown: readonly Branch[] = place ? (place.children.length ? place.children : siblings) : roots;
  if (shown.length === 0) return null;
  const up = place?.parent ?? place?.category ?? null;
  const countOf = (branch: Branch) => counts.find((facet) => facet.category.id === branch.id)?.count;
  return (
    <nav className="chips scroll subs" aria-label={t.subcategories}>
      {up ? (
        <Chip to={categoryPath(channel, up.slug)} isOn={place?.category.id === up.id}>
          {t.allOf(nameOf(up))}
        </Chip>
      ) : (
        <Chip to={`${baseOf(channel)}/c`} isOn>
          {t.tree}
        </Chip>
      )}
      {shown.map((branch) => (
        <Chip key={branch.id} to={categoryPath(channel, branch.slug)} isOn={place?.category.id === branch.id}>
          {nameOf(branch)}
          {countOf(branch) === undefined ? null : <span className="n num">{formatNumber(countOf(branch) ?? 0)}</span>}
        </Chip>
      ))}
    </nav>
  );
}
