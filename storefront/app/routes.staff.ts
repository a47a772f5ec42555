import { layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** The desks of those who run the market, in one frame. A page of a new room goes here and into rooms/staff/menu.ts. */
export const staffRoutes: RouteConfigEntry[] = prefix("staff", [
  layout("routes/staff/layout.tsx", [
    route("payments", "routes/staff/payments.tsx"),
    route("payments/deposits", "routes/staff/payments.deposits.tsx"),
    route("payments/refunds", "routes/staff/payments.refunds.tsx"),
    route("payments/differences", "routes/staff/payments.differences.tsx"),
    route("payments/:token", "routes/staff/payment.tsx"),
    route("*", "routes/staff/missing.tsx"),
  ]),
]);
