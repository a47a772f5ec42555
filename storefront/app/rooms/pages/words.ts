import { defineMessages } from "~/lib/i18n/index.ts";

export const words = defineMessages({
  ko: { contents: "이 글의 차례", onlyKorean: "이 글은 한국어로만 있어요." },
  en: { contents: "On this page", onlyKorean: "This text is in Korean only." },
});
