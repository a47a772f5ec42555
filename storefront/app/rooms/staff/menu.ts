import type { StaffNavigationQuery } from "~/gql/operations";
import type { Language } from "~/lib/i18n/index.ts";
import { staffWords } from "./words.ts";
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

/** What stands in the menu of the desks. A room adds its group here. */
export function menuOf(overview: StaffNavigationQuery["paymentOverview"], language: Language): Group[] {
  const t = staffWords(language);
  return [
    {
      label: t.payments,
      entries: [
        { label: t.overview, path: "/staff/payments", icon: "home", count: (overview?.deadActions ?? 0) + (overview?.deadMessages ?? 0) },
        { label: t.deposits, path: "/staff/payments/deposits", icon: "doc", count: overview?.unmatched.count ?? 0 },
        { label: t.refunds, path: "/staff/payments/refunds", icon: "return", count: overview?.refunds.count ?? 0 },
        { label: t.differences, path: "/staff/payments/differences", icon: "book", count: overview?.differences ?? 0 },
      ],
    },
  ];
}

/** The entry whose page this is: the longest path that leads here. */
export function currentOf(groups: readonly Group[], pathname: string): string | undefined {
  const paths = groups.flatMap((group) => group.entries.map((entry) => entry.path));
  return paths.filter((path) => pathname === path || pathname.startsWith(`${path}/`)).sort((a, b) => b.length - a.length)[0];
}
