import { index, layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** How an enterprise comes here: pages without the centre's menu, in the citizen frame. */
export const joiningRoutes: RouteConfigEntry[] = [
  route("vendor/apply", "routes/vendor/apply.tsx"),
  route("vendor/apply/:id", "routes/vendor/apply.application.tsx"),
  route("vendor/invitation", "routes/vendor/invitation.tsx"),
];

/** The vendor centre, in one frame. A new page goes here and into rooms/centre/menu.ts. */
export const vendorRoutes: RouteConfigEntry[] = prefix("vendor", [
  layout("routes/vendor/layout.tsx", [
    index("routes/vendor/home.tsx"),
    route("certificates", "routes/vendor/certificates.tsx"),
    route("certificates/new", "routes/vendor/certificates.new.tsx"),
    route("certificates/:id", "routes/vendor/certificate.tsx"),
    route("products", "routes/vendor/products.tsx"),
    route("products/new", "routes/vendor/products.new.tsx"),
    route("products/:id", "routes/vendor/product.tsx"),
    route("products/:id/pictures", "routes/vendor/product.pictures.tsx"),
    route("products/:id/variants", "routes/vendor/product.variants.tsx"),
    route("proposals", "routes/vendor/proposals.tsx"),
    route("proposals/:id", "routes/vendor/proposal.tsx"),
    route("bulk", "routes/vendor/bulk.tsx"),
    route("bulk/:id", "routes/vendor/bulk.run.tsx"),
    route("orders", "routes/vendor/orders.tsx"),
    route("orders/ship", "routes/vendor/orders.ship.tsx"),
    route("orders/:id", "routes/vendor/order.tsx"),
    route("returns", "routes/vendor/returns.tsx"),
    route("returns/:id", "routes/vendor/return.tsx"),
    route("quotes", "routes/vendor/quotes.tsx"),
    route("quotes/:id", "routes/vendor/quote.tsx"),
    route("purchase-orders", "routes/vendor/purchase-orders.tsx"),
    route("purchase-orders/:id", "routes/vendor/purchase-order.tsx"),
    route("insight", "routes/vendor/insight.tsx"),
    route("profile", "routes/vendor/profile.tsx"),
    route("members", "routes/vendor/members.tsx"),
    route("account", "routes/vendor/account.tsx"),
    route("*", "routes/vendor/missing.tsx"),
  ]),
  // What hands files on; no frame.
  route("bulk/template.xlsx", "routes/vendor/bulk.template.ts"),
  route("papers.pdf", "routes/vendor/papers.ts"),
  route("quote-files/:id", "routes/vendor/quote.file.ts"),
  route("papers/:id", "routes/agency/paper.ts", { id: "routes/vendor/issued-paper" }),
  route("switch", "routes/vendor/switch.ts"),
]);
