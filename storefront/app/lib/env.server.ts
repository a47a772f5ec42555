/** Everything the storefront reads from its environment, checked once. */
const apiUrl = new URL(process.env.IEUM_API_URL ?? "http://127.0.0.1:8000/graphql/");

export const env = {
  apiUrl,
  /** The origin people type; needed behind a proxy that rewrites Host. */
  publicOrigin: process.env.IEUM_PUBLIC_ORIGIN?.replace(/\/$/, "") ?? null,
  /** Where the links of mails may lead: the API knows this address, and not every other one this shop answers at. */
  storefrontUrl: process.env.IEUM_STOREFRONT_URL?.replace(/\/$/, "") ?? null,
  /** In development, the page where the market's mails can be read. */
  mailboxUrl: process.env.IEUM_MAILBOX_URL ?? null,
  /** What we show the API when handing in counts; without it nothing is counted. */
  serviceToken: process.env.IEUM_SERVICE_TOKEN ?? "",
  secureCookies: process.env.IEUM_SECURE_COOKIES === "1",
  apiTimeoutMs: Number(process.env.IEUM_API_TIMEOUT_MS ?? 10_000),
} as const;
