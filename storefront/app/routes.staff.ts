import { index, layout, prefix, route, type RouteConfigEntry } from "@react-router/dev/routes";

/** The desks of those who run the market, in one frame. A page of a new room goes here and into rooms/staff/menu.ts. */
export const staffRoutes: RouteConfigEntry[] = prefix("staff", [
  layout("routes/staff/layout.tsx", [
    index("routes/staff/home.tsx"),
    route("payments", "routes/staff/payments.tsx"),
    route("payments/deposits", "routes/staff/payments.deposits.tsx"),
    route("payments/refunds", "routes/staff/payments.refunds.tsx"),
    route("payments/differences", "routes/staff/payments.differences.tsx"),
    route("payments/:token", "routes/staff/payment.tsx"),
    route("applications", "routes/staff/applications.tsx"),
    route("applications/:id", "routes/staff/application.tsx"),
    route("vendors", "routes/staff/vendors.tsx"),
    route("vendors/:id", "routes/staff/vendor.tsx"),
    route("agencies", "routes/staff/agencies.tsx"),
    route("agencies/:id", "routes/staff/agency.tsx"),
    route("certificates", "routes/staff/certificates.tsx"),
    route("certificates/:id", "routes/staff/certificate.tsx"),
    route("proposals", "routes/staff/proposals.tsx"),
    route("proposals/:id", "routes/staff/proposal.tsx"),
    route("activity", "routes/staff/activity.tsx"),
    route("*", "routes/staff/missing.tsx"),
  ]),
]);
