import type { Place } from "./xml.ts";

const FRESH_MS = 3_600_000;
const RETRY_MS = 60_000;
const PATIENCE_MS = 2_500;

export interface Shelf {
  places: readonly Place[];
  /** False while the first walk is still under way or has failed: there may be more. */
  isWhole: boolean;
}

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());

/**
 * Keeps what a long walk through the API finds. Nobody waits longer than a moment and nobody sees a failure: until the walk is over there is
 * what it has found so far, afterwards what the last whole one found.
 */
export function shelf(walk: (add: (place: Place) => void) => Promise<void>, now: () => number = Date.now, wait: () => Promise<void> = patience): () => Promise<Shelf> {
  let places: Place[] = [];
  let isWhole = false;
  let nextWalk = 0;
  let running: Promise<void> | null = null;

  const refresh = async (): Promise<void> => {
    const found: Place[] = [];
    if (!isWhole) places = found;
    try {
      await walk((place) => void found.push(place));
      places = found;
      isWhole = true;
      nextWalk = now() + FRESH_MS;
    } catch {
      nextWalk = now() + RETRY_MS;
    } finally {
      running = null;
    }
  };
  return async () => {
    if (!running && now() >= nextWalk) running = refresh();
    if (!isWhole && running) await Promise.race([running, wait()]);
    return { places, isWhole };
  };
}
