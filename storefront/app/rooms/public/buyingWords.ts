import { defineMessages } from "~/lib/i18n/index.ts";

export const buyingWords = defineMessages({
  ko: {
    head: "이 기업과 계약할 수 있는 길", single: (reach: string) => `한 곳 견적으로 ${reach},`, several: (n: number, reach: string) => `${n}곳 이상 견적으로 ${reach}`, note: "수의계약할 수 있습니다. 지방계약법 시행령 기준이며, 금액은 부가세를 뺀 추정가격입니다. 공기업·학교 등은 기관의 규정을 확인하십시오.",
    above: (amount: string) => `${amount}을 넘으면 입찰로 진행합니다.`, noQuote: "가능 · 견적 생략", oneQuote: "가능 · 한 곳 견적", moreQuotes: (n: number) => `견적 ${n}곳 이상 필요`, elsewhere: "다른 경로 필요", forAmount: (amount: string) => `추정가격 ${amount} 기준`, tender: "이 기업의 인증으로 열린 수의계약 한도를 넘습니다. 입찰 대상입니다.",
  },
  en: {
    head: "Ways of contracting with this enterprise", single: (reach: string) => `On one quote: ${reach}.`, several: (n: number, reach: string) => `On ${n} quotes or more: ${reach}.`, note: "Private contracts under the decree on contracts of local governments; amounts are estimated prices without VAT. Public corporations and schools have rules of their own.",
    above: (amount: string) => `Above ${amount} a tender is needed.`, noQuote: "Possible, no quote needed", oneQuote: "Possible on one quote", moreQuotes: (n: number) => `${n} quotes or more needed`, elsewhere: "Another way is needed", forAmount: (amount: string) => `For an estimated price of ${amount}`, tender: "Above what this enterprise's certificates open for private contracts: a tender is needed.",
  },
});
