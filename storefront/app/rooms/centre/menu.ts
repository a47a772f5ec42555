import type { Language } from "~/lib/i18n/index.ts";
import type { VendorAbilityEnum } from "~/gql/operations";
import type { Entry, Group } from "~/rooms/desk/menu.ts";
import { centreWords } from "./words.ts";

/** How much waits behind the entries, as far as the person may know. */
export interface Waiting {
  orders?: number;
  returns?: number;
  /** Requests for a quote to answer, purchase orders of agencies to accept. */
  quotes?: number;
  purchaseOrders?: number;
  proposals?: number;
  certificates?: number;
}

/** The centre's menu as far as the person's role goes. A new page adds its entry here. */
export function menuOf(abilities: readonly VendorAbilityEnum[], waiting: Waiting, language: Language): Group[] {
  const t = centreWords(language);
  const all: { label: string; entries: (Entry & { ability?: VendorAbilityEnum })[] }[] = [
    { label: "", entries: [{ label: t.today, path: "/vendor", icon: "home" }] },
    {
      label: t.selling,
      entries: [
        { label: t.orders, path: "/vendor/orders", icon: "box", count: waiting.orders ?? 0, ability: "HANDLE_ORDERS" },
        { label: t.returns, path: "/vendor/returns", icon: "return", count: waiting.returns ?? 0, ability: "HANDLE_ORDERS" },
        { label: t.quotes, path: "/vendor/quotes", icon: "chat", count: waiting.quotes ?? 0, ability: "HANDLE_ORDERS" },
        { label: t.purchaseOrders, path: "/vendor/purchase-orders", icon: "doc", count: waiting.purchaseOrders ?? 0, ability: "HANDLE_ORDERS" },
        { label: t.products, path: "/vendor/products", icon: "store", ability: "MANAGE_STOCK" },
        { label: t.proposals, path: "/vendor/proposals", icon: "check", count: waiting.proposals ?? 0, ability: "MANAGE_LISTINGS" },
        { label: t.bulk, path: "/vendor/bulk", icon: "doc", ability: "MANAGE_LISTINGS" },
        { label: t.certificates, path: "/vendor/certificates", icon: "seal", count: waiting.certificates ?? 0, ability: "MANAGE_CERTIFICATES" },
      ],
    },
    { label: t.looking, entries: [{ label: t.insight, path: "/vendor/insight", icon: "chart", ability: "SEE_FIGURES" }] },
    {
      label: t.settings,
      entries: [
        { label: t.profile, path: "/vendor/profile", icon: "info", ability: "MANAGE_PROFILE" },
        { label: t.members, path: "/vendor/members", icon: "user", ability: "MANAGE_MEMBERS" },
        { label: t.account, path: "/vendor/account", icon: "bank", ability: "MANAGE_ACCOUNT" },
      ],
    },
  ];
  return all
    .map((group) => ({ label: group.label, entries: group.entries.filter((entry) => !entry.ability || abilities.includes(entry.ability)) }))
    .filter((group) => group.entries.length > 0);
}
