interface Entry<T> {
  value: T;
  freshUntil: number;
}

/**
 * Remembers what every page needs and nobody owns (menus, themes). A stale value is handed out while one caller fetches the
 * next, so that no visitor waits; if the fetch fails the stale value stays.
 */
export function remember<T>(seconds: number, load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const entries = new Map<string, Entry<T>>();
  const running = new Map<string, Promise<T>>();
  const refresh = (key: string): Promise<T> => {
    const current = running.get(key);
    if (current) return current;
    const next = load(key)
      .then((value) => {
        entries.set(key, { value, freshUntil: Date.now() + seconds * 1000 });
        return value;
      })
      .finally(() => running.delete(key));
    running.set(key, next);
    return next;
  };
  return async (key) => {
    const entry = entries.get(key);
    if (!entry) return refresh(key);
    if (entry.freshUntil < Date.now()) refresh(key).catch(() => undefined);
    return entry.value;
  };
}
