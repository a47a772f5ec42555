import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { remember } from "./cache.server.ts";

const at = (text: string) => vi.setSystemTime(new Date(text));

describe("what is remembered", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is not handed out on the next Seoul day, not even once", async () => {
    let badge = "여성기업";
    const shelf = remember(30, async () => badge);
    at("2026-09-20T23:59:59+09:00");
    expect(await shelf("ko")).toBe("여성기업");
    badge = "";
    expect(await shelf("ko")).toBe("여성기업");
    at("2026-09-21T00:00:00+09:00");
    expect(await shelf("ko")).toBe("");
  });

  it("that was being read at midnight belongs to the day before", async () => {
    let badge = "여성기업";
    const shelf = remember(30, async () => {
      const seen = badge;
      at("2026-09-21T00:00:01+09:00");
      return seen;
    });
    at("2026-09-20T23:59:59+09:00");
    expect(await shelf("ko")).toBe("여성기업");
    badge = "";
    expect(await shelf("ko")).toBe("");
  });

  it("is handed out a little stale, and then no more", async () => {
    let number = 0;
    const menu = remember(30, async () => ++number);
    at("2026-09-20T12:00:00+09:00");
    expect(await menu("ko")).toBe(1);
    at("2026-09-20T12:00:31+09:00");
    expect(await menu("ko")).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await menu("ko")).toBe(2);
    at("2026-09-20T13:00:00+09:00");
    expect(await menu("ko")).toBe(3);
  });
});
