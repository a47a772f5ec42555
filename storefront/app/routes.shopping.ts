import { route, type RouteConfigEntry } from "@react-router/dev/routes";

/** Cart, checkout, sign-in, account and orders. Both channels use the same pages, which read from their address where they stand. */
const PAGES: readonly (readonly [string, string])[] = [
  ["cart", "routes/cart.tsx"],
  ["checkout", "routes/checkout.tsx"],
  ["checkout/delivery", "routes/checkout.delivery.tsx"],
  ["checkout/payment", "routes/checkout.payment.tsx"],
  ["checkout/payment/begin", "routes/checkout.payment.begin.ts"],
  ["checkout/return", "routes/checkout.return.tsx"],
  ["orders/:id", "routes/order.tsx"],
  ["orders/:id/pay", "routes/order.pay.tsx"],
  ["orders/:id/pay/begin", "routes/order.pay.begin.ts"],
  ["orders/:id/cancel", "routes/order.cancel.tsx"],
  ["orders/:id/withdraw/:part", "routes/order.withdraw.tsx"],
  ["orders/:id/refund-account", "routes/order.refund-account.tsx"],
  ["sign-in", "routes/sign-in.tsx"],
  ["register", "routes/register.tsx"],
  ["sign-out", "routes/sign-out.tsx"],
  ["check-mail", "routes/check-mail.tsx"],
  ["confirm-account", "routes/confirm-account.tsx"],
  ["forgot-password", "routes/forgot-password.tsx"],
  ["set-password", "routes/set-password.tsx"],
  ["welcome", "routes/welcome.tsx"],
  ["goodbye", "routes/goodbye.tsx"],
  ["account", "routes/account.tsx"],
  ["account/profile", "routes/account.profile.tsx"],
  ["account/password", "routes/account.password.tsx"],
  ["account/email", "routes/account.email.tsx"],
  ["account/email/confirm", "routes/account.email.confirm.tsx"],
  ["account/delete", "routes/account.delete.tsx"],
  ["account/delete/confirm", "routes/account.delete.confirm.tsx"],
  ["account/addresses", "routes/account.addresses.tsx"],
  ["account/addresses/:id", "routes/account.address.tsx"],
  ["account/addresses/:id/delete", "routes/account.address.delete.tsx"],
  ["account/orders", "routes/account.orders.tsx"],
  ["account/orders/:id", "routes/account.order.tsx"],
];

/** Inside the citizen frame. */
export const shoppingRoutes: RouteConfigEntry[] = [
  ...PAGES.map(([path, file]) => route(path, file)),
  // One way out and back for both channels: other services want to know its address word for word.
  route("sign-in/external", "routes/sign-in.external.tsx"),
  route("sign-in/external/back", "routes/sign-in.external.back.tsx"),
];

/** Inside the public frame, under /public. */
export const shoppingPublicRoutes: RouteConfigEntry[] = PAGES.map(([path, file]) => route(path, file, { id: `public/${path}` }));
