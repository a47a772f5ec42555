import { defineMessages } from "~/lib/i18n/index.ts";

export const staffWords = defineMessages({
  ko: {
    desk: "운영 업무", payments: "결제", overview: "오늘", deposits: "입금 맞추기", refunds: "돌려줄 돈", differences: "장부 대조",
    vendors: "입점 기업", applications: "입점 신청", vendorList: "기업", certificates: "인증서 확인", agencies: "공공기관", proposals: "상품 심사", activity: "판매 활성도",
    forbidden: "이 업무를 볼 권한이 없어요", forbiddenBody: "이 업무를 맡은 직원만 볼 수 있어요. 필요하면 관리자에게 권한을 요청해 주세요.",
  },
  en: {
    desk: "Staff desk", payments: "Payments", overview: "Today", deposits: "Deposits", refunds: "Refunds to send", differences: "Books",
    vendors: "Enterprises", applications: "Applications", vendorList: "Enterprises", certificates: "Certificates", agencies: "Agencies", proposals: "Listings to review", activity: "Who sells",
    forbidden: "You may not see this desk", forbiddenBody: "It is for the staff in charge. Ask an administrator for the permission if you need it.",
  },
});
