import { expect, it } from "vitest";
import { drawWeeks } from "./chart.ts";

const week = (start: string, citizen: number, pub: number, yearBefore = 0) => ({ start, citizen, public: pub, yearBefore });

it("stacks agencies on citizens, to one scale", () => {
  const drawn = drawWeeks([week("2026-11-02", 300, 100), week("2026-11-09", 0, 0, 400)]);
  const [first, second] = drawn.bars;
  expect(first!.citizen.height / first!.public.height).toBeCloseTo(3);
  expect(first!.public.y + first!.public.height).toBeCloseTo(first!.citizen.y);
  expect(first!.citizen.y + first!.citizen.height).toBeCloseTo(drawn.base);
  expect(second!.citizen.height + second!.public.height).toBe(0);
  expect(drawn.line.split(" ")[1]).toContain(first!.public.y.toFixed(1));
});

it("labels the last week and every third before it", () => {
  const drawn = drawWeeks(Array.from({ length: 12 }, (_, index) => week(`2026-01-${10 + index}`, index, 0)));
  expect(drawn.bars.map((bar) => bar.isLabelled)).toEqual([false, false, true, false, false, true, false, false, true, false, false, true]);
});

it("draws weeks without any sale as an empty chart", () => {
  const drawn = drawWeeks([week("2026-11-02", 0, 0)]);
  expect(drawn.ticks.length).toBeGreaterThan(1);
  expect(drawn.bars[0]!.citizen.height).toBe(0);
});
