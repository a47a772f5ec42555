import { layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";
import { shoppingPublicRoutes, shoppingRoutes } from "./routes.shopping.ts";

export default [
  layout("routes/citizen.tsx", [
    route("c/:slug?", "routes/category.tsx"),
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
