import { expect, it } from "vitest";
import { amountsFor } from "./amounts.ts";

it("splits once over the whole quantity", () => expect(amountsFor(19_900, "TAXABLE", 600, 1)).toMatchObject({ quantity: 600, supply: 10_854_545, tax: 1_085_455, total: 11_940_000 }));
it("raises to the smallest order and says so", () => expect(amountsFor(1_000, "EXEMPT", 3, 10)).toMatchObject({ quantity: 10, total: 10_000, tax: 0, isRaised: true }));
it("shows the smallest order when nothing was asked", () => expect(amountsFor(1_000, "TAXABLE", null, 5)).toMatchObject({ quantity: 5, isRaised: false }));
it("keeps a sane upper bound", () => expect(amountsFor(1, "TAXABLE", 9_999_999, 1).quantity).toBe(9_999));
