import { timeLeft, type TimeLeft } from "~/lib/dates.ts";

const DAY_MS = 86_400_000;
/** What ends within a day presses. */
const PRESSING_MS = DAY_MS;

export interface Hold {
  /** Null once it is over. */
  left: TimeLeft | null;
  isPressing: boolean;
  /** How much of the whole term is left, in percent. */
  percent: number;
}

/** How long terms are still held: `since` until `until`; without a beginning, of the usual seven days. */
export function holdOf(until: string, now: Date, since?: string | null): Hold {
  const ends = Date.parse(until);
  const begins = since ? Date.parse(since) : ends - 7 * DAY_MS;
  const rest = ends - now.getTime();
  const whole = Math.max(ends - begins, 1);
  return { left: timeLeft(until, now), isPressing: rest > 0 && rest <= PRESSING_MS, percent: Math.min(100, Math.max(0, Math.round((100 * rest) / whole))) };
}

/** The two largest units, so that a glance is enough: days and hours, hours and minutes, or minutes. */
export function unitsOf({ days, hours, minutes }: TimeLeft): { unit: "day" | "hour" | "minute"; count: number }[] {
  const all = [
    { unit: "day" as const, count: days },
    { unit: "hour" as const, count: hours },
    { unit: "minute" as const, count: minutes },
  ];
  const first = all.findIndex(({ count }) => count > 0);
  if (first < 0) return [{ unit: "minute", count: 1 }];
  // From two days on hours do not matter; under a day they do.
  const shown = days >= 3 ? all.slice(0, 1) : all.slice(first, first + 2);
  return shown.filter(({ count }) => count > 0);
}
