import { defineMessages } from "~/lib/i18n/index.ts";

export const routeWords = defineMessages({
  ko: {
    head: "수의계약 경로",
    verdict: { QUOTE_OMITTED: "견적 생략 가능", ONE_QUOTE: "한 곳 견적", TWO_QUOTES: "견적 2곳 이상", TWO_QUOTES_PLATFORM: "견적 2곳 이상 · 전자조달", NO_CEILING: "금액 한도 없음", OPEN_TENDER: "입찰 대상" },
    law: { LOCAL: "지방계약법", STATE: "국가계약법" },
    estimated: (amount: string) => `추정가격 ${amount}`, noVat: "부가세 제외", byHouse: "기관 기준", more: "사유·근거 보기", reason: "수의계약 사유", judgement: "판단", copy: "사유 복사", copied: "복사했습니다",
    contract: "계약", quotes: "견적", papers: "인증", until: (day: string) => `${day}까지`, noEnd: "기한 없음", bought: (year: number) => `${year}년 이 기업에서 산 금액`,
    checks: "확인할 것", near: "인증 1건이 더 있으면", far: "다른 인증이 여는 경로", judged: (law: string, day: string) => `${day}의 ${law}과 인증 기준입니다. 확정은 계약 담당자의 판단에 따릅니다.`,
    tender: "이 기업의 인증으로 열린 수의계약 한도를 넘습니다.",
  },
  en: {
    head: "Way of contracting",
    verdict: { QUOTE_OMITTED: "No quote needed", ONE_QUOTE: "One quote", TWO_QUOTES: "Two quotes or more", TWO_QUOTES_PLATFORM: "Two quotes or more, e-procurement", NO_CEILING: "No ceiling", OPEN_TENDER: "Open tender" },
    law: { LOCAL: "law of local governments", STATE: "law of the state" },
    estimated: (amount: string) => `Estimated price ${amount}`, noVat: "without VAT", byHouse: "own rules", more: "Reason and grounds", reason: "Reason for a private contract", judgement: "Judgement", copy: "Copy the reason", copied: "Copied",
    contract: "Contract", quotes: "Quotes", papers: "Certificates", until: (day: string) => `until ${day}`, noEnd: "no end", bought: (year: number) => `Bought from this enterprise in ${year}`,
    checks: "To be checked", near: "With one certificate more", far: "What other certificates would open", judged: (law: string, day: string) => `By the ${law} and the certificates of ${day}. The contracting officer decides.`,
    tender: "Above what this enterprise's certificates open for private contracts.",
  },
});
