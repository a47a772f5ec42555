import { describe, expect, it } from "vitest";
import { farWays, isLoud, nearWays, toneOf } from "./route.ts";

const way = (isNear: boolean, isCompanion = false) => ({ kinds: ["SMALL"], isNear, isCompanion, text: "" });

describe("a legal way", () => {
  it("is calm on one quote or none, amber on two, red outside of the market", () => {
    expect((["QUOTE_OMITTED", "ONE_QUOTE", "NO_CEILING", "TWO_QUOTES", "TWO_QUOTES_PLATFORM", "OPEN_TENDER"] as const).map(toneOf)).toEqual(["ok", "ok", "ok", "warn", "warn", "bad"]);
  });

  it("says a split purchase and what ends openly, and what to check with the reason", () => {
    expect((["SPLIT_PURCHASE", "REPEATED_CATEGORY", "OWN_PRODUCTION", "CERTIFICATE_ENDS", "COMPANION_MISSING"] as const).filter((code) => isLoud({ code, text: "" }))).toEqual(["SPLIT_PURCHASE", "CERTIFICATE_ENDS", "COMPANION_MISSING"]);
  });

  it("keeps what the enterprise nearly has apart from what others have", () => {
    const options = [way(true, true), way(true), way(false)];
    expect(nearWays({ options })).toEqual([way(true)]);
    expect(farWays({ options })).toEqual([way(false)]);
  });
});
