/**
 * Who runs this market, for the footer that the law asks for. Sample data: an invented operator. A real deployment sets its own
 * through IEUM_OPERATOR (JSON with the same keys).
 */
export interface Operator {
  name: string;
  nameEn: string;
  representative: string;
  representativeEn: string;
  businessNumber: string;
  mailOrderNumber: string;
  address: string;
  addressEn: string;
  phone: string;
  email: string;
  hosting: string;
  hostingEn: string;
  privacyOfficer: string;
  privacyOfficerEn: string;
}

const sample: Operator = {
  name: "이음 운영사무국(예시)",
  nameEn: "Ieum Office (sample)",
  representative: "정가람",
  representativeEn: "Jeong Garam",
  businessNumber: "000-00-00000",
  mailOrderNumber: "제0000-서울가상-00000호",
  address: "(00000) 서울특별시 가상구 이음길 1, 3층",
  addressEn: "3F, 1 Ieum-gil, Gasang-gu, Seoul 00000",
  phone: "02-000-0000",
  email: "help@ieum.example",
  hosting: "이음클라우드(예시)",
  hostingEn: "Ieum Cloud (sample)",
  privacyOfficer: "한누리",
  privacyOfficerEn: "Han Nuri",
};

const configured = typeof process === "undefined" ? undefined : process.env.IEUM_OPERATOR;
export const operator: Operator = configured ? { ...sample, ...(JSON.parse(configured) as Partial<Operator>) } : sample;

/** The Fair Trade Commission's page on a business number. */
export const operatorCheckUrl = `https://www.ftc.go.kr/bizCommPop.do?wrkr_no=${operator.businessNumber.replaceAll("-", "")}`;
