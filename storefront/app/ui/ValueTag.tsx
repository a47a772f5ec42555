import { clothOf } from "./cloth.ts";

/** The name of a value on its own cloth; only for claims whose evidence was checked. */
export function ValueTag({ cloth, name }: { cloth: string; name: string }) {
  return <span className={`val v-${clothOf(cloth)}`}>{name}</span>;
}
