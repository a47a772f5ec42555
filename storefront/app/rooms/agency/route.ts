import type { PurchaseRouteFragment } from "~/gql/operations";

type Verdict = PurchaseRouteFragment["verdict"];
type Warning = PurchaseRouteFragment["warnings"][number];

/** What can be done with one quote here is done; what needs more is amber; a tender leaves the market. */
export const toneOf = (verdict: Verdict): "ok" | "warn" | "bad" => (verdict === "OPEN_TENDER" ? "bad" : verdict === "TWO_QUOTES" || verdict === "TWO_QUOTES_PLATFORM" ? "warn" : "ok");

/** Warnings that a buyer acts on before going on stand open; the others are read with the reason. */
const LOUD: readonly Warning["code"][] = ["SPLIT_PURCHASE", "COMPANION_MISSING", "CERTIFICATE_ENDS"];

export const isLoud = (warning: Warning): boolean => LOUD.includes(warning.code);

/** Better ways that are near, unless a warning says the same already. */
export const nearWays = ({ options }: Pick<PurchaseRouteFragment, "options">) => options.filter((way) => way.isNear && !way.isCompanion);
export const farWays = ({ options }: Pick<PurchaseRouteFragment, "options">) => options.filter((way) => !way.isNear);
