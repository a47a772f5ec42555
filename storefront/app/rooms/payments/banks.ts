import type { BankEnum } from "~/gql/operations";

/** Banks that money can be sent back to, the most used first. */
export const BANKS: readonly { code: BankEnum; ko: string; en: string }[] = [
  { code: "KB", ko: "KB국민은행", en: "KB Kookmin Bank" },
  { code: "SHINHAN", ko: "신한은행", en: "Shinhan Bank" },
  { code: "WOORI", ko: "우리은행", en: "Woori Bank" },
  { code: "HANA", ko: "하나은행", en: "Hana Bank" },
  { code: "NH", ko: "NH농협은행", en: "NH NongHyup Bank" },
  { code: "IBK", ko: "IBK기업은행", en: "IBK" },
  { code: "KAKAO", ko: "카카오뱅크", en: "KakaoBank" },
  { code: "TOSS", ko: "토스뱅크", en: "Toss Bank" },
  { code: "K_BANK", ko: "케이뱅크", en: "K bank" },
  { code: "POST", ko: "우체국", en: "Korea Post" },
  { code: "MG", ko: "새마을금고", en: "MG Community Credit" },
  { code: "CU", ko: "신협", en: "Credit union" },
  { code: "LOCAL_NH", ko: "지역농·축협", en: "Local NongHyup" },
  { code: "SUHYUP", ko: "수협은행", en: "Suhyup Bank" },
  { code: "SC", ko: "SC제일은행", en: "SC Bank Korea" },
  { code: "CITI", ko: "한국씨티은행", en: "Citibank Korea" },
  { code: "KDB", ko: "KDB산업은행", en: "KDB" },
  { code: "IM", ko: "iM뱅크", en: "iM Bank" },
  { code: "BUSAN", ko: "부산은행", en: "Busan Bank" },
  { code: "GYEONGNAM", ko: "경남은행", en: "Kyongnam Bank" },
  { code: "GWANGJU", ko: "광주은행", en: "Kwangju Bank" },
  { code: "JEONBUK", ko: "전북은행", en: "Jeonbuk Bank" },
  { code: "JEJU", ko: "제주은행", en: "Jeju Bank" },
];
