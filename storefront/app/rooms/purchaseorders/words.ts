import { defineMessages } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");
const s = (count: number, word: string) => `${n(count)} ${word}${count === 1 ? "" : "s"}`;

/** What purchase orders (발주) say on an agency's desk. */
export const orderWords = defineMessages({
  ko: {
    title: "발주·납품", lead: "결재가 끝나 나간 발주서와 납품을 봐요.", status: { ISSUED: "발주", ACCEPTED: "수락", CHANGE_PROPOSED: "변경 제안", CANCELED: "취소" },
    tab: { open: "진행 중", change: "변경 제안", canceled: "취소", all: "모두" }, none: { open: "진행 중인 발주가 없어요", change: "답할 변경 제안이 없어요", canceled: "취소한 발주가 없어요", all: "아직 발주가 없어요" }, noneBody: "품의가 마지막 결재를 받으면 기업마다 발주서가 나가요.",
    search: "번호·제목·기업", doSearch: "찾기", notFound: "찾는 발주가 없어요", next: "다음", state: "상태", number: "발주번호", order: "발주", vendor: "기업", deliverBy: "납품 기한", amount: "금액", request: "품의", open: "열기", answer: "답하기",
    orderedOn: "계약일", place: "납품 장소", requester: "기안", delay: "지체상금률", delayADay: (percent: string) => `하루 ${percent}`, acceptedAt: (when: string) => `${when} 수락`, notAccepted: "기업이 아직 수락하지 않았어요", canceledAt: (when: string) => `${when} 취소`, paper: "발주서 (PDF)",
    items: "품목", item: "품명", quantity: "수량", gross: "합계", shipped: "보낸 수량", total: "합계 (부가세 포함)", net: "공급가액", tax: "세액", delivery: "배송비",
    change: "기업이 변경을 제안했어요", newDay: (from: string, to: string) => `납품 기한 ${from} → ${to}`, fewer: (name: string, from: number, to: number) => `${name}: ${n(from)}개 → ${n(to)}개`, why: (reason: string) => `사유: ${reason}`, agreeNote: "동의하면 발주서를 새로 내고, 줄어든 만큼 예산이 돌아와요. 거절하면 처음 발주대로예요.", agree: "변경에 동의", refuse: "거절", note: "기업에 전할 말", noteHint: "거절할 때는 꼭 적어 주세요.", needNote: "거절하는 까닭을 적어 주세요.",
    past: "지난 제안", decided: { AGREED: "동의함", REFUSED: "거절함", WITHDRAWN: "기업이 거둠", PROPOSED: "답을 기다림" },
    cancel: "발주 취소하기", cancelHead: "이 발주를 취소할까요?", cancelWill: (won: string, pieces: number) => `${won}이 예산으로 돌아오고 ${n(pieces)}개가 재고로 돌아가요.`, cancelEnds: "이 주문의 마지막 발주라 주문도 함께 끝나요.", cancelReason: "취소 사유", yesCancel: "취소하기", keep: "그대로 두기", needReason: "취소하는 까닭을 적어 주세요.",
    done: { agree: "변경에 동의했어요. 새 발주서를 냈어요.", refuse: "변경을 거절했어요. 처음 발주대로예요.", cancel: "발주를 취소했어요." }, busy: "처리하는 중…",
  },
  en: {
    title: "Purchase orders", lead: "What was ordered after approval, and its delivery.", status: { ISSUED: "Ordered", ACCEPTED: "Accepted", CHANGE_PROPOSED: "Change proposed", CANCELED: "Cancelled" },
    tab: { open: "Under way", change: "Changes proposed", canceled: "Cancelled", all: "All" }, none: { open: "No order is under way", change: "No change waits for an answer", canceled: "None was cancelled", all: "Nothing was ordered yet" }, noneBody: "After the last approval each enterprise gets its purchase order.",
    search: "Number, title or enterprise", doSearch: "Search", notFound: "No such order", next: "Next", state: "State", number: "Number", order: "Order", vendor: "Enterprise", deliverBy: "Deliver by", amount: "Amount", request: "Request", open: "Open", answer: "Answer",
    orderedOn: "Contract day", place: "Delivery place", requester: "Filed by", delay: "Penalty for delay", delayADay: (percent) => `${percent} a day`, acceptedAt: (when) => `accepted ${when}`, notAccepted: "The enterprise has not accepted yet", canceledAt: (when) => `cancelled ${when}`, paper: "Purchase order (PDF)",
    items: "Items", item: "Item", quantity: "Pieces", gross: "Total", shipped: "Sent", total: "Total (with VAT)", net: "Supply", tax: "VAT", delivery: "Delivery",
    change: "The enterprise proposes a change", newDay: (from, to) => `Deliver by ${from} → ${to}`, fewer: (name, from, to) => `${name}: ${s(from, "piece")} → ${n(to)}`, why: (reason) => `Because: ${reason}`, agreeNote: "If you agree, a new purchase order is issued and the budget gets back what is left out. If you refuse, the order stands.", agree: "Agree", refuse: "Refuse", note: "To the enterprise", noteHint: "Needed if you refuse.", needNote: "Say why you refuse.",
    past: "Earlier proposals", decided: { AGREED: "agreed", REFUSED: "refused", WITHDRAWN: "taken back", PROPOSED: "waits for an answer" },
    cancel: "Cancel the order", cancelHead: "Cancel this order?", cancelWill: (won, pieces) => `${won} goes back to the budget, ${s(pieces, "piece")} to the stock.`, cancelEnds: "It is the last of its order, which ends with it.", cancelReason: "Why", yesCancel: "Cancel it", keep: "Leave it", needReason: "Say why it is cancelled.",
    done: { agree: "Agreed. A new purchase order was issued.", refuse: "Refused. The order stands.", cancel: "The order was cancelled." }, busy: "Working…",
  },
});
