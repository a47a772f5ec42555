/**
 * Data of a page that is drawn here and never handed to a router in the browser. The framework packs what loaders return for such a
 * hand-over even where no page asks for it, a fifth of the work of a long list; it passes over what cannot be enumerated.
 */
export function drawnHere<T extends object>(page: T): T {
  const hidden: PropertyDescriptorMap = {};
  for (const [name, value] of Object.entries(page)) hidden[name] = { value, enumerable: false };
  return Object.defineProperties({}, hidden) as T;
}
