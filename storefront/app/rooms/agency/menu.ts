import type { AgencyAbilityEnum } from "~/gql/operations";
import type { Language } from "~/lib/i18n/index.ts";
import type { Entry, Group } from "~/rooms/desk/menu.ts";
import { agencyWords } from "./words.ts";

/** How much waits behind the entries, as far as the person may know. */
export interface Waiting {
  quotes?: number;
  requests?: number;
  orders?: number;
}

/** The desk's menu as far as the member's abilities go. A new page adds its entry here. */
export function menuOf(abilities: readonly AgencyAbilityEnum[], waiting: Waiting, language: Language): Group[] {
  const t = agencyWords(language);
  const all: { label: string; entries: (Entry & { oneOf?: readonly AgencyAbilityEnum[] })[] }[] = [
    { label: "", entries: [{ label: t.today, path: "/agency", icon: "home", count: (waiting.quotes ?? 0) + (waiting.requests ?? 0) + (waiting.orders ?? 0) }] },
    {
      label: t.buying,
      entries: [
        { label: t.toBuy, path: "/public", icon: "search" },
        { label: t.basket, path: "/public/cart", icon: "cart", oneOf: ["REQUEST"] },
        { label: t.lists, path: "/agency/lists", icon: "book", oneOf: ["REQUEST"] },
        { label: t.quick, path: "/agency/quick-order", icon: "copy", oneOf: ["REQUEST"] },
        { label: t.quotes, path: "/agency/quotes", icon: "chat", count: waiting.quotes ?? 0, oneOf: ["REQUEST"] },
        { label: t.requests, path: "/agency/requests", icon: "doc", count: waiting.requests ?? 0, oneOf: ["REQUEST", "APPROVE"] },
        { label: t.orders, path: "/agency/orders", icon: "box", count: waiting.orders ?? 0 },
      ],
    },
    { label: t.afterwards, entries: [{ label: t.budgets, path: "/agency/budgets", icon: "chart", oneOf: ["REQUEST", "APPROVE", "PAY", "ADMINISTER"] }] },
    {
      label: t.settings,
      entries: [
        { label: t.members, path: "/agency/members", icon: "user", oneOf: ["ADMINISTER"] },
        { label: t.departments, path: "/agency/departments", icon: "bank", oneOf: ["ADMINISTER"] },
        { label: t.deputies, path: "/agency/deputies", icon: "return" },
        { label: t.lines, path: "/agency/approval-lines", icon: "check", oneOf: ["ADMINISTER"] },
        { label: t.policy, path: "/agency/settings", icon: "info", oneOf: ["ADMINISTER"] },
      ],
    },
  ];
  return all
    .map((group) => ({ label: group.label, entries: group.entries.filter((entry) => !entry.oneOf || entry.oneOf.some((ability) => abilities.includes(ability))) }))
    .filter((group) => group.entries.length > 0);
}
