import { index, layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** How an agency comes here: pages without the desk's menu, in the citizen frame. */
export const agencyJoiningRoutes: RouteConfigEntry[] = [
  route("agency/apply", "routes/agency/apply.tsx"),
  route("agency/apply/:id", "routes/agency/apply.application.tsx"),
  route("agency/invitation", "routes/agency/invitation.tsx"),
];

/** The agency's desk, in one frame. A new page goes here and into rooms/agency/menu.ts. */
export const agencyRoutes: RouteConfigEntry[] = prefix("agency", [
  layout("routes/agency/layout.tsx", [
    index("routes/agency/home.tsx"),
    route("lists", "routes/agency/lists.tsx"),
    route("lists/:id", "routes/agency/list.tsx"),
    route("quick-order", "routes/agency/quick-order.tsx"),
    route("quotes", "routes/agency/quotes.tsx"),
    route("quotes/new", "routes/agency/quotes.new.tsx"),
    route("quotes/instant/:id", "routes/agency/quote.instant.tsx"),
    route("quotes/:id", "routes/agency/quote.tsx"),
    route("quotes/:id/comparison", "routes/agency/quote.comparison.tsx"),
    route("requests", "routes/agency/requests.tsx"),
    route("requests/new", "routes/agency/requests.new.tsx"),
    route("requests/:id", "routes/agency/request.tsx"),
    route("requests/:id/edit", "routes/agency/request.edit.tsx"),
    route("orders", "routes/agency/orders.tsx"),
    route("orders/:id", "routes/agency/order.tsx"),
    route("budgets", "routes/agency/budgets.tsx"),
    route("budgets/import", "routes/agency/budgets.import.tsx"),
    route("budgets/:id", "routes/agency/budget.tsx"),
    route("settings", "routes/agency/settings.tsx"),
    route("members", "routes/agency/members.tsx"),
    route("members/:id", "routes/agency/member.tsx"),
    route("departments", "routes/agency/departments.tsx"),
    route("approval-lines", "routes/agency/approval-lines.tsx"),
    route("deputies", "routes/agency/deputies.tsx"),
    route("*", "routes/agency/missing.tsx"),
  ]),
  // What hands files on; no frame.
  route("apply/:id/paper", "routes/agency/apply.paper.ts"),
  route("budgets/lines.xlsx", "routes/agency/budgets.xlsx.ts"),
  route("papers/:id", "routes/agency/paper.ts"),
  route("quote-files/:id", "routes/agency/quote.file.ts"),
  route("quotes/papers.pdf", "routes/agency/quotes.papers.ts"),
  route("requests/:id/folder.zip", "routes/agency/request.folder.ts"),
  route("quotes/:id/comparison.pdf", "routes/agency/quote.comparison.pdf.ts"),
  route("switch", "routes/agency/switch.ts"),
]);
