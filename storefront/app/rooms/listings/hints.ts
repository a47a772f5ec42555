import { textOf } from "./describe.ts";

/** What a machine can see in a listing before a person looks. Hints, never decisions. */
export interface Hint {
  kind: "word" | "contact" | "jump" | "notice" | "picture" | "name";
  /** The word, the field or the variant it is about. */
  about: string;
  from?: number;
  to?: number;
}

/** Claims that need a paper (표시광고법 §5, 화장품법 §13, 식품표시광고법 §8); whoever shows one may say it. */
const CLAIMS = [/무\s*독성/g, /완치/g, /100\s*%\s*(?:천연|국산|무해|안전|순수)/g, /치료/g, /특효/g, /항암/g, /부작용\s*(?:이\s*)?없/g, /무해/g, /최고급|국내\s*최[초고]|세계\s*최[초고]|업계\s*1위/g, /FDA/gi, /아토피\s*(?:개선|완화)/g, /면역력\s*(?:강화|증진)/g, /살균\s*99/g];
const CONTACTS = [/0\d{1,2}-\d{3,4}-\d{4}/g, /https?:\/\/\S+/g, /카카오톡|카톡|오픈채팅/g];
const LONGEST_NAME = 60;

export interface Looked {
  name: string;
  summary?: string | null;
  description?: string | null;
  notice?: readonly { label: string; value: string }[];
  lacking?: readonly string[];
  pictures: number;
  prices?: readonly { about: string; from: number; to: number }[];
}

const found = (text: string, patterns: readonly RegExp[]): string[] => [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([word]) => word)))];

/** Whether a price moved by more than half of what it was. */
export const isJump = (from: number, to: number): boolean => from > 0 && Math.abs(to - from) > from / 2;

export function hintsOf(listing: Looked): Hint[] {
  const description = textOf(listing.description);
  const text = [listing.name, listing.summary ?? "", description, ...(listing.notice ?? []).map((item) => item.value)].join("\n");
  const hints: Hint[] = found(text, CLAIMS).map((about) => ({ kind: "word", about }));
  // The notice must name a telephone; elsewhere a number leads away from the market.
  hints.push(...found([listing.name, listing.summary ?? "", description].join("\n"), CONTACTS).map<Hint>((about) => ({ kind: "contact", about })));
  hints.push(...(listing.lacking ?? []).map<Hint>((about) => ({ kind: "notice", about })));
  hints.push(...(listing.prices ?? []).filter(({ from, to }) => isJump(from, to)).map<Hint>(({ about, from, to }) => ({ kind: "jump", about, from, to })));
  if (listing.name.length > LONGEST_NAME) hints.push({ kind: "name", about: String(listing.name.length) });
  if (listing.pictures === 0) hints.push({ kind: "picture", about: "" });
  return hints;
}
