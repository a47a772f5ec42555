import { defineMessages } from "~/lib/i18n/index.ts";

export const centreWords = defineMessages({
  ko: {
    today: "오늘", selling: "팔기", orders: "주문·배송", returns: "반품", quotes: "견적 요청", purchaseOrders: "공공기관 발주", products: "상품", proposals: "상품 심사", bulk: "한꺼번에 올리기", certificates: "인증서",
    looking: "살피기", insight: "판매 분석", settings: "설정", profile: "기업 정보", members: "담당자", account: "정산 계좌·퇴점",
    roles: { OWNER: "대표", MANAGER: "관리자", CLERK: "담당자" },
    switch: "다른 기업으로", shopPage: "우리 기업 페이지",
    suspended: "판매가 멈춰 있어요", suspendedBody: "새 주문은 들어오지 않아요. 이미 들어온 주문은 보내 주세요.", closed: "퇴점한 기업이에요", closedBody: "지난 주문과 정산만 볼 수 있어요.",
    forbidden: "이 일은 맡은 역할로 할 수 없어요", forbiddenBody: "대표나 관리자가 볼 수 있는 화면이에요. 필요하면 대표에게 역할을 바꿔 달라고 부탁해 주세요.",
  },
  en: {
    today: "Today", selling: "Selling", orders: "Orders", returns: "Returns", quotes: "Quote requests", purchaseOrders: "Purchase orders", products: "Listings", proposals: "Under review", bulk: "Many at once", certificates: "Certificates",
    looking: "Understanding", insight: "Sales", settings: "Settings", profile: "The enterprise", members: "Members", account: "Account and leaving",
    roles: { OWNER: "Owner", MANAGER: "Manager", CLERK: "Clerk" },
    switch: "Work for another", shopPage: "Our page in the shop",
    suspended: "Selling is suspended", suspendedBody: "No new orders come in. Please send what was ordered before.", closed: "This enterprise has left", closedBody: "Only past orders and payments can be seen.",
    forbidden: "Your role does not include this", forbiddenBody: "Owners and managers may open this page. Ask the owner for another role if you need it.",
  },
});
