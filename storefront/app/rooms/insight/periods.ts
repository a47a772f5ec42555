/** The periods that can be looked at, in days. */
export const PERIODS = [7, 30, 90] as const;
const USUAL = 30;

/** What was asked for in the address, or the usual one. */
export const periodOf = (asked: string | null): number => PERIODS.find((days) => String(days) === asked) ?? USUAL;
