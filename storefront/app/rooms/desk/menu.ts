import type { IconName } from "~/ui/Icon.tsx";

export interface Entry {
  label: string;
  path: string;
  icon: IconName;
  /** How much waits there. */
  count?: number;
}
export interface Group {
  label: string;
  entries: Entry[];
}

/** The entry whose page this is: the longest path that leads here. */
export function currentOf(groups: readonly Group[], pathname: string): string | undefined {
  const paths = groups.flatMap((group) => group.entries.map((entry) => entry.path));
  return paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`)).sort((a, b) => b.length - a.length)[0];
}
