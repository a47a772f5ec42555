import { defineMessages } from "~/lib/i18n/index.ts";

/** What every desk says. */
export const deskWords = defineMessages({
  ko: {
    staff: "운영 업무", centre: "입점센터", agency: "함께누리", menu: "업무 메뉴", openMenu: "메뉴", toShop: "쇼핑몰로", signOut: "로그아웃",
    missing: "찾는 화면이 없어요", missingBody: "주소를 다시 확인해 주세요.", broken: "화면을 열지 못했어요", brokenBody: "잠시 뒤에 다시 열어 주세요. 바뀐 것은 없어요.", back: "오늘로 돌아가기", otherAccount: "다른 계정으로 로그인",
    waiting: (count: number) => `처리할 것 ${count}건`,
  },
  en: {
    staff: "Staff desk", centre: "Vendor centre", agency: "Public buying", menu: "Desk menu", openMenu: "Menu", toShop: "To the shop", signOut: "Sign out",
    missing: "There is no such page", missingBody: "Please check the address.", broken: "The page could not be opened", brokenBody: "Please try again in a moment. Nothing was changed.", back: "Back to today", otherAccount: "Sign in as somebody else",
    waiting: (count) => `${count} waiting`,
  },
});
