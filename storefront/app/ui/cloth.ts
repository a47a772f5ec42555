const CLOTHS = ["ssuk", "chija", "jjok", "salgu", "gaji"] as const;
export type Cloth = (typeof CLOTHS)[number];

/** One of the five dyed cloths; an unknown name falls back to the first rather than to no colour. */
export const clothOf = (name: string): Cloth => CLOTHS.find((cloth) => cloth === name) ?? "ssuk";
