import { describe, expect, it } from "vitest";
import { asWhat, highest, sayDay, shortWon, spent, withoutThose, withSubject } from "./ways.ts";
import type { BuyingWayFragment } from "~/gql/operations";

const way = (code: string, quotes: number, upTo: number | null) => ({ code, quotes, upTo: upTo === null ? null : { amount: upTo }, certificates: [] }) as unknown as BuyingWayFragment;

describe("ways of buying", () => {
  it.each([
    [20_000_000, "2천만원", "₩20 million"],
    [100_000_000, "1억원", "₩100 million"],
    [120_000_000, "1억 2천만원", "₩120 million"],
    [2_000_000, "2백만원", "₩2 million"],
    [12_000_000, "12,000,000원", "₩12 million"],
    [1_234_567, "1,234,567원", "₩1,234,567"],
  ])("says %s as people do", (amount, korean, english) => {
    expect(shortWon(amount, "ko")).toBe(korean);
    expect(shortWon(amount, "en")).toBe(english);
  });

  it("follows the last sound", () => {
    expect([asWhat("여성기업"), asWhat("소셜벤처"), asWhat("마을"), asWhat("GR")]).toEqual(["여성기업으로", "소셜벤처로", "마을로", "GR로"]);
  });

  it("says a day as a sentence does", () => {
    expect([sayDay("2026-12-03", "ko"), sayDay("2026-12-03", "en")]).toEqual(["12월 3일", "3 December"]);
    expect([withSubject("고용비율 확인"), withSubject("소셜벤처")]).toEqual(["고용비율 확인이", "소셜벤처가"]);
  });

  it("knows which way reaches highest", () => {
    const ways = [way("any", 1, 20), way("owner", 1, 50), way("platform", 2, 100)];
    expect(highest(ways, 1)?.code).toBe("owner");
    expect(highest(ways, 2)?.code).toBe("platform");
    expect(highest([...ways, way("own", 1, null)], 2)?.code).toBe("own");
    expect(highest([], 1)).toBeNull();
    expect(withoutThose(ways, [way("owner", 1, 50)]).map((one) => one.code)).toEqual(["any", "platform"]);
  });

  it("counts what has passed", () => {
    expect(spent("2026-03-24", "2026-09-20", 12)).toEqual({ all: 180, passed: 168 });
    expect(spent("2026-09-20", "2026-09-20", 0)).toEqual({ all: 1, passed: 1 });
  });
});
