import { useAskedWords } from "./askedWords.ts";
import { STANDING_TAGS, standingOf } from "./standing.ts";

export function StandingTag({ row }: { row: Parameters<typeof standingOf>[0] }) {
  const standing = standingOf(row);
  return <span className={STANDING_TAGS[standing]}>{useAskedWords().standing[standing]}</span>;
}
