import { defineMessages } from "~/lib/i18n/index.ts";

const s = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

export const holdWords = defineMessages({
  ko: {
    day: (count: number) => `${count}일`, hour: (count: number) => `${count}시간`, minute: (count: number) => `${count}분`,
    left: (time: string) => `${time} 남음`, over: "유지 기간 끝남", held: "값·재고 유지",
  },
  en: {
    day: (count) => s(count, "day"), hour: (count) => s(count, "hour"), minute: (count) => s(count, "minute"),
    left: (time) => `${time} left`, over: "No longer held", held: "Terms held until",
  },
});
