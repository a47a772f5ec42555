import type { Language } from "./i18n/index.ts";

const options: Intl.DateTimeFormatOptions = { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Seoul" };
const korean = new Intl.DateTimeFormat("ko-KR", options);
const english = new Intl.DateTimeFormat("en-GB", { ...options, month: "short" });

/** "11. 20. 14:05" / "20 Nov, 14:05": day and minute as Seoul sees them, never broken over two lines. */
export const formatMoment = (iso: string, language: Language): string => (language === "ko" ? korean : english).format(new Date(iso)).replaceAll(" ", "\u00a0");
