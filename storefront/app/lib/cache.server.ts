interface Entry<T> {
  value: T;
  freshUntil: number;
  day: number;
}

const SEOUL_OFFSET = 9 * 3_600_000;
const DAY = 24 * 3_600_000;
/** Longer than this nothing is handed out that was true before: a certificate may have been revoked since. */
const STALE_SECONDS = 60;

const seoulDay = (now: number): number => Math.floor((now + SEOUL_OFFSET) / DAY);

/**
 * Remembers what every page needs and nobody owns (menus, shelves). A value that has just grown stale is handed out while one caller fetches
 * the next, so that no visitor waits; if that fetch fails it stays a little. Nothing outlives the Seoul day it was read on: certificates, and
 * what they allow to be shown, end with it.
 */
export function remember<T>(seconds: number, load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const entries = new Map<string, Entry<T>>();
  const running = new Map<string, Promise<T>>();
  const refresh = (key: string): Promise<T> => {
    const current = running.get(key);
    if (current) return current;
    const day = seoulDay(Date.now());
    const next = load(key)
      .then((value) => {
        entries.set(key, { value, freshUntil: Date.now() + seconds * 1000, day });
        return value;
      })
      .finally(() => running.delete(key));
    running.set(key, next);
    return next;
  };
  return async (key) => {
    const entry = entries.get(key);
    const now = Date.now();
    if (!entry || entry.day !== seoulDay(now) || entry.freshUntil + STALE_SECONDS * 1000 < now) return refresh(key);
    if (entry.freshUntil < now) refresh(key).catch(() => undefined);
    return entry.value;
  };
}
