/** Today in Seoul, as a date field and the API have it. */
export const seoulToday = (now = new Date()): string => new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

export const isLater = (day: string): boolean => day > seoulToday();
