import { defineMessages } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");

export const requestFormWords = defineMessages({
  ko: {
    title: "품의 올리기", editTitle: "품의 고치기", lead: (count: number, won: string) => `품목 ${n(count)}가지, ${won}`, noBasket: "담은 품목이 없어요", noBasketBody: "품의는 구매 목록에서 시작해요. 품목을 담고 다시 와 주세요.", toItems: "품목 찾기", toQuotes: "견적 요청하기",
    what: "무엇을, 왜", name: "제목", nameHint: "결재자가 목록에서 보는 말이에요.", purpose: "목적·개요", purposeHint: "어디에 쓰는지, 왜 이 수량인지 적어 주세요.", more: (first: string, count: number) => `${first} 외 ${n(count)}건`,
    money: "예산", line: "예산과목", choose: "예산과목을 골라 주세요", option: (code: string, name: string, left: string) => `${code} ${name} · 잔액 ${left}`, short: (won: string) => `잔액이 ${won} 모자라요. 다른 과목을 고르거나 수량을 줄여 주세요.`, noLines: "쓸 수 있는 예산과목이 없어요. 예산 담당자에게 물어봐 주세요.",
    delivery: "납품", deliverBy: "납품 희망일", deliverByHint: "이날까지 받고 싶어요. 기업이 다른 날을 제안할 수도 있어요.", place: "납품 장소", elsewhere: "다른 곳",
    quotes: "붙일 견적", quotesHint: "이 품의에 고르거나 견준 견적서예요. 결재자가 함께 봐요.", noQuotes: "붙일 수 있는 견적이 없어요.", quote: (vendor: string, won: string, day: string) => `${vendor} · ${won} · ${day}까지`, choiceReason: "최저가를 고르지 않은 사유", choiceHint: "가장 낮은 견적을 고르지 않았다면 적어 주세요.",
    split: "나눠 사는 것이 아닌 까닭", splitHint: "나눠 사기 주의가 나왔다면 적어 주세요.",
    items: "품목", basket: "품목·수량 고치기", line3: "결재선", lineHint: "금액과 부서에 따라 정해진 순서예요.", stage: (number: number) => `${n(number)}단계`,
    basketGone: "이 품의의 구매 목록이 비었어요", basketGoneBody: "품목을 다시 담아 새 품의로 올려 주세요.",
    save: "임시 저장", submit: "결재 올리기", submitNote: (days: number) => `올리면 값·재고·예산을 ${n(days)}일 동안 잡아 둬요.`, busy: "올리는 중…", cancel: "그만두기",
    needTitle: "제목을 적어 주세요.", needPurpose: "목적을 적어 주세요.", needLine: "예산과목을 골라 주세요.", needDay: "날짜를 골라 주세요.", failed: "올리지 못했어요.", saved: "임시 저장했어요. 내가 올린 품의에서 이어 쓸 수 있어요.",
  },
  en: {
    title: "Put up for approval", editTitle: "Mend the request", lead: (count, won) => `${n(count)} ${count === 1 ? "item" : "items"}, ${won}`, noBasket: "The purchase list is empty", noBasketBody: "A request begins with the purchase list. Choose items first.", toItems: "Find items", toQuotes: "Ask for quotes",
    what: "What and why", name: "Title", nameHint: "What approvers read in their list.", purpose: "Purpose", purposeHint: "What it is for, and why so many.", more: (first, count) => `${first} and ${n(count)} more`,
    money: "Budget", line: "Budget line", choose: "Choose a budget line", option: (code, name, left) => `${code} ${name} · ${left} left`, short: (won) => `The line lacks ${won}. Choose another, or fewer pieces.`, noLines: "No budget line is open to you. Ask who keeps the budget.",
    delivery: "Delivery", deliverBy: "Wanted by", deliverByHint: "The enterprise may propose another day.", place: "Place of delivery", elsewhere: "Somewhere else",
    quotes: "Quotes to attach", quotesHint: "Those that were chosen or compared; approvers read them.", noQuotes: "There is no quote to attach.", quote: (vendor, won, day) => `${vendor} · ${won} · until ${day}`, choiceReason: "Why not the lowest quote", choiceHint: "If the lowest was not chosen.",
    split: "Why this is no split purchase", splitHint: "If a warning says so.",
    items: "Items", basket: "Change items", line3: "Approval line", lineHint: "By amount and department.", stage: (number) => `Stage ${n(number)}`,
    basketGone: "The purchase list of this request is gone", basketGoneBody: "Fill the purchase list again and file a new request.",
    save: "Save the draft", submit: "Put up for approval", submitNote: (days) => `Price, stock and budget are then held for ${n(days)} days.`, busy: "Sending…", cancel: "Cancel",
    needTitle: "Give it a title.", needPurpose: "Say what it is for.", needLine: "Choose a budget line.", needDay: "Choose a day.", failed: "It was not put up.", saved: "Saved. Go on from your list of requests.",
  },
});
