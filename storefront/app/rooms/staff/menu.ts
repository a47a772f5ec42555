import type { PermissionEnum, StaffNavigationQuery } from "~/gql/operations";
import type { Language } from "~/lib/i18n/index.ts";
import type { Group } from "~/rooms/desk/menu.ts";
import { staffWords } from "./words.ts";

/** What stands in the menu of the desks, as far as the person may open it. A room adds its group here. */
export function menuOf(may: readonly PermissionEnum[], overview: StaffNavigationQuery["paymentOverview"], language: Language): Group[] {
  const t = staffWords(language);
  const groups: (Group & { permission: PermissionEnum })[] = [
    {
      label: t.payments,
      permission: "HANDLE_PAYMENTS",
      entries: [
        { label: t.overview, path: "/staff/payments", icon: "home", count: (overview?.deadActions ?? 0) + (overview?.deadMessages ?? 0) },
        { label: t.deposits, path: "/staff/payments/deposits", icon: "doc", count: overview?.unmatched.count ?? 0 },
        { label: t.refunds, path: "/staff/payments/refunds", icon: "return", count: overview?.refunds.count ?? 0 },
        { label: t.differences, path: "/staff/payments/differences", icon: "book", count: overview?.differences ?? 0 },
      ],
    },
    {
      label: t.vendors,
      permission: "MANAGE_VENDORS",
      entries: [
        { label: t.applications, path: "/staff/applications", icon: "doc" },
        { label: t.certificates, path: "/staff/certificates", icon: "seal" },
        { label: t.vendorList, path: "/staff/vendors", icon: "store" },
        { label: t.activity, path: "/staff/activity", icon: "chart" },
      ],
    },
    { label: t.agencies, permission: "MANAGE_AGENCIES", entries: [{ label: t.agencies, path: "/staff/agencies", icon: "bank" }] },
    { label: t.proposals, permission: "MANAGE_PRODUCTS", entries: [{ label: t.proposals, path: "/staff/proposals", icon: "box" }] },
  ];
  return groups.filter((group) => may.includes(group.permission));
}
