import { defineMessages } from "~/lib/i18n/index.ts";

export const agencyWords = defineMessages({
  ko: {
    today: "할 일", buying: "구매", basket: "구매 목록", lists: "부서 목록", quick: "코드로 주문", quotes: "견적", requests: "품의·결재", orders: "발주·납품", afterwards: "구매 뒤", budgets: "예산",
    settings: "설정", members: "구성원", departments: "부서", deputies: "대결", lines: "결재선", policy: "구매 기준",
    switch: "다른 기관으로", toBuy: "품목 찾기",
    abilities: { REQUEST: "구매 요청", APPROVE: "결재", INSPECT: "검수", PAY: "지출", ADMINISTER: "기관 관리" },
    forbidden: "이 일은 맡지 않은 일이에요", forbiddenBody: "맡은 권한으로는 볼 수 없는 화면이에요. 필요하면 기관 관리자에게 권한을 부탁해 주세요.",
  },
  en: {
    today: "To do", buying: "Buying", basket: "Purchase list", lists: "Department lists", quick: "Order by codes", quotes: "Quotes", requests: "Requests and approvals", orders: "Purchase orders", afterwards: "Afterwards", budgets: "Budgets",
    settings: "Settings", members: "Members", departments: "Departments", deputies: "Deputies", lines: "Approval lines", policy: "Buying rules",
    switch: "Work for another", toBuy: "Find items",
    abilities: { REQUEST: "Requests", APPROVE: "Approves", INSPECT: "Inspects", PAY: "Pays", ADMINISTER: "Administers" },
    forbidden: "This is not among your tasks", forbiddenBody: "Your permissions do not include this page. Ask your agency's administrator if you need it.",
  },
});
