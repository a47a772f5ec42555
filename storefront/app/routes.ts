import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";
import { shoppingPublicRoutes, shoppingRoutes } from "./routes.shopping.ts";

export default [
  layout("routes/citizen.tsx", [
    index("routes/home.tsx"),
    route("c/:slug?", "routes/category.tsx"),
    route("p/:slug", "routes/product.tsx"),
    ...shoppingRoutes,
    route("*", "routes/missing.tsx"),
  ]),
  ...prefix("public", [
    layout("routes/public/layout.tsx", [
      ...shoppingPublicRoutes,
      route("*", "routes/public/missing.tsx"),
    ]),
  ]),
] satisfies RouteConfig;
