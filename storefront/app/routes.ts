import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";
import { agencyJoiningRoutes, agencyRoutes } from "./routes.agency.ts";
import { staffRoutes } from "./routes.staff.ts";
import { joiningRoutes, vendorRoutes } from "./routes.vendor.ts";
import { shoppingPublicRoutes, shoppingRoutes } from "./routes.shopping.ts";

export default [
  route("sitemap.xml", "routes/sitemap.ts"),
  route("sitemap/:part", "routes/sitemap.part.ts"),
  route("robots.txt", "routes/robots.ts"),
  route("documents/:id", "routes/document.ts"),
  ...staffRoutes,
  ...vendorRoutes,
  ...agencyRoutes,
  layout("routes/citizen.tsx", [
    index("routes/home.tsx"),
    route("c/:slug?", "routes/category.tsx"),
    route("p/:slug", "routes/product.tsx"),
    route("search", "routes/search.tsx"),
    route("vendors", "routes/vendors.tsx"),
    route("vendors/:slug", "routes/vendor.tsx"),
    route("values", "routes/values.tsx"),
    route("values/:slug", "routes/value.tsx"),
    route("campaigns", "routes/campaigns.tsx"),
    route("campaigns/:slug", "routes/campaign.tsx"),
    route("stories", "routes/stories.tsx"),
    route("stories/:slug", "routes/story.tsx"),
    route("about", "routes/about.tsx"),
    route("terms", "routes/terms.tsx"),
    route("privacy", "routes/privacy.tsx"),
    route("help", "routes/help.tsx"),
    route("pages/:slug", "routes/page.tsx"),
    ...shoppingRoutes,
    ...joiningRoutes,
    ...agencyJoiningRoutes,
    route("*", "routes/missing.tsx"),
  ]),
  ...prefix("public", [
    layout("routes/public/layout.tsx", [
      index("routes/public/home.tsx"),
      route("c/:slug?", "routes/public/category.tsx"),
      route("p/:slug", "routes/public/product.tsx"),
      route("search", "routes/public/search.tsx"),
      route("vendors", "routes/public/vendors.tsx"),
      route("vendors/:slug", "routes/public/vendor.tsx"),
      route("compare", "routes/public/compare.tsx"),
      ...shoppingPublicRoutes,
      route("*", "routes/public/missing.tsx"),
    ]),
  ]),
] satisfies RouteConfig;
