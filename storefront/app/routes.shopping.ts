import type { RouteConfigEntry } from "@react-router/dev/routes";

/** Cart, checkout, sign-in, account and orders: inside the citizen frame, and (below) inside the public one under /public. */
export const shoppingRoutes: RouteConfigEntry[] = [];

export const shoppingPublicRoutes: RouteConfigEntry[] = [];
