import { defineVoices } from "~/rooms/cart/voice.ts";

const n = (value: number) => value.toLocaleString("ko-KR");

/** The first page of the account. */
export const homeWords = defineVoices({
  ko: {
    todo: "할 일", payBy: (number: string, date: string) => `주문 ${number}: ${date}까지 입금해 주세요.`, payNow: (number: string) => `주문 ${number}의 결제가 남았어요.`, pay: "결제 방법 보기", addressTodo: "자주 쓰는 주소를 저장해 두면 주문이 빨라져요.", nameTodo: "이름을 적어 두면 주문서에 바로 들어가요.", nameWay: "이름 적기",
    running: "진행 중인 주문", recent: "최근 주문", noneRunning: "지금 진행 중인 주문은 없어요.", orders: "주문 내역", ordersCount: (count: number) => `${n(count)}번`, addresses: "주소록", addressCount: (count: number) => `${n(count)}곳`, gifts: "기프트카드", giftsCount: (count: number) => `${n(count)}장`,
    giftsLead: "주문에 써 본 카드와 남은 금액이에요.", giftEnd: (code: string) => `…${code}`, left: "남은 금액", until: (date: string) => `${date}까지`, noEnd: "기한 없음", giftExpired: "기한 지남", giftStopped: "쓸 수 없음", giftUsed: "다 썼어요", standardAddress: "기본 배송지", manage: "주소록 보기", running1: (count: number) => `${n(count)}건`,
    agencyDesk: "기관 업무 화면으로", selling: "판매하기", sellingLead: "사람과 지역을 먼저 생각하는 기업이라면 이음에서 팔아 보세요.", sellingWay: "입점 안내", centre: (name: string) => `${name} 입점센터`, applied: (name: string) => `${name || "입점"} 신청`, 
  },
  formal: {
    payBy: (number, date) => `주문 ${number}: ${date}까지 입금해 주십시오.`, payNow: (number) => `주문 ${number}의 결제가 남았습니다.`, addressTodo: "자주 쓰는 납품처를 저장해 두면 주문이 빨라집니다.", nameTodo: "이름을 적어 두면 주문서에 바로 들어갑니다.", noneRunning: "지금 진행 중인 주문은 없습니다.", ordersCount: (count) => `${n(count)}건`, giftsLead: "주문에 쓴 카드와 남은 금액입니다.", giftUsed: "모두 사용", standardAddress: "기본 납품처",
  },
  en: {
    todo: "To do", payBy: (number, date) => `Order ${number}: please transfer by ${date}.`, payNow: (number) => `Order ${number} is still to be paid.`, pay: "How to pay", addressTodo: "Ordering is quicker with a saved address.", nameTodo: "With a name, your orders fill in by themselves.", nameWay: "Enter a name",
    running: "Orders in progress", recent: "Recent orders", noneRunning: "No order is in progress.", orders: "Orders", ordersCount: (count) => n(count), addresses: "Addresses", addressCount: (count) => n(count), gifts: "Gift cards", giftsCount: (count) => n(count), giftsLead: "Cards you have used on an order, and what is left on them.",
    giftEnd: (code) => `…${code}`, left: "Left", until: (date) => `until ${date}`, noEnd: "no end", giftExpired: "expired", giftStopped: "stopped", giftUsed: "used up", standardAddress: "Default delivery address", manage: "Address book", running1: (count) => n(count),
    agencyDesk: "To the agency desk", selling: "Selling", sellingLead: "If your enterprise puts people and place first, sell with us.", sellingWay: "How to join", centre: (name) => `${name}: vendor centre`, applied: (name) => `Application: ${name || "new"}`, 
  },
});
