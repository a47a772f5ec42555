import { defineMessages } from "~/lib/i18n/index.ts";

export const budgetBarWords = defineMessages({
  ko: { used: "집행", held: "품의 중", left: "잔액", says: (used: number, held: number) => `집행 ${used}%, 품의 중 ${held}%` },
  en: { used: "Used", held: "In approval", left: "Left", says: (used, held) => `${used}% used, ${held}% in approval` },
});
