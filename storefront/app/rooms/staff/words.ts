import { defineMessages } from "~/lib/i18n/index.ts";

export const staffWords = defineMessages({
  ko: {
    desk: "운영 업무", menu: "업무 메뉴", openMenu: "메뉴", toShop: "쇼핑몰로", signOut: "로그아웃", payments: "결제", overview: "오늘", deposits: "입금 맞추기", refunds: "돌려줄 돈", differences: "장부 대조",
    forbidden: "이 업무를 볼 권한이 없어요", forbiddenBody: "결제 업무를 맡은 직원만 볼 수 있어요. 필요하면 관리자에게 권한을 요청해 주세요.", missing: "찾는 화면이 없어요", missingBody: "주소를 다시 확인해 주세요.", broken: "화면을 열지 못했어요", brokenBody: "잠시 뒤에 다시 열어 주세요. 바뀐 것은 없어요.", back: "오늘로 돌아가기", otherAccount: "다른 계정으로 로그인",
    waiting: (count: number) => `처리할 것 ${count}건`,
  },
  en: {
    desk: "Staff desk", menu: "Desk menu", openMenu: "Menu", toShop: "To the shop", signOut: "Sign out", payments: "Payments", overview: "Today", deposits: "Deposits", refunds: "Refunds to send", differences: "Books",
    forbidden: "You may not see this desk", forbiddenBody: "It is for staff who handle payments. Ask an administrator for the permission if you need it.", missing: "There is no such page", missingBody: "Please check the address.", broken: "The page could not be opened", brokenBody: "Please try again in a moment. Nothing was changed.", back: "Back to today", otherAccount: "Sign in as somebody else",
    waiting: (count) => `${count} waiting`,
  },
});
