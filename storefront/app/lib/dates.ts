import type { Language } from "./i18n/index.ts";

const SEOUL = "Asia/Seoul";
const korean = new Intl.DateTimeFormat("ko-KR", { dateStyle: "medium", timeZone: SEOUL });
const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: SEOUL });
const koreanDay = new Intl.DateTimeFormat("ko-KR", { month: "numeric", day: "numeric", timeZone: SEOUL });
const englishDay = new Intl.DateTimeFormat("en-GB", { month: "short", day: "numeric", timeZone: SEOUL });
const koreanWeekday = new Intl.DateTimeFormat("ko-KR", { month: "long", day: "numeric", weekday: "short", timeZone: SEOUL });
const englishWeekday = new Intl.DateTimeFormat("en-GB", { month: "short", day: "numeric", weekday: "short", timeZone: SEOUL });

/** A date is never broken over two lines. */
const whole = (text: string): string => text.replaceAll(" ", "\u00a0");

const DAY_ONLY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** "2026. 9. 1." / "1 Sept 2026", always as Seoul sees the day. A day without a time (certificates, dozens a list) needs no calendar. */
export function formatDate(iso: string, language: Language): string {
  const day = language === "ko" ? DAY_ONLY.exec(iso) : null;
  if (day) return `${day[1]}.\u00a0${Number(day[2])}.\u00a0${Number(day[3])}.`;
  return whole((language === "ko" ? korean : english).format(new Date(iso)));
}
export const formatDay = (iso: string, language: Language): string => whole((language === "ko" ? koreanDay : englishDay).format(new Date(iso)));
export const formatWeekday = (date: Date, language: Language): string => (language === "ko" ? koreanWeekday : englishWeekday).format(date);

export const formatRange = (from: string, to: string, language: Language): string => `${formatDay(from, language)} – ${formatDay(to, language)}`;

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

export function timeLeft(until: string, now: Date): TimeLeft | null {
  const minutes = Math.floor((Date.parse(until) - now.getTime()) / 60_000);
  if (!(minutes > 0)) return null;
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}

/** The day some working days (Monday to Friday) after another. Public holidays are the carrier's to add. */
export function addWorkingDays(from: Date, days: number): Date {
  const date = new Date(from);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    const day = new Date(date.getTime() + 9 * 3_600_000).getUTCDay();
    if (day !== 0 && day !== 6) left -= 1;
  }
  return date;
}
