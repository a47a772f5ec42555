import { defineMessages, useLanguage } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");
const s = (count: number, word: string) => `${n(count)} ${word}${count === 1 ? "" : "s"}`;

/** What purchase orders (발주) say in the vendor centre. */
export const purchaseWords = defineMessages({
  ko: {
    title: "공공기관 발주", lead: "기관이 결재를 마치고 보낸 발주서예요. 수락하거나 바꿀 점을 제안해 주세요.",
    status: { ISSUED: "수락 기다림", CHANGE_PROPOSED: "변경 제안함", ACCEPTED: "수락함", CANCELED: "취소됨" },
    tabs: "발주 상태", tab: { waiting: "수락 기다림", proposed: "변경 제안함", accepted: "수락함", canceled: "취소됨", all: "모두" },
    none: { waiting: "답할 발주가 없어요", proposed: "기관의 답을 기다리는 제안이 없어요", accepted: "수락한 발주가 없어요", canceled: "취소된 발주가 없어요", all: "아직 받은 발주가 없어요" },
    noneBody: "기관이 발주하면 메일로 알려 드려요.", notFound: "찾는 발주가 없어요", search: "번호·제목·기관", doSearch: "찾기", next: "다음 발주",
    what: "발주", who: "기관·부서", amount: "금액", deliverBy: "납품 기한", state: "상태", act: "할 일", answer: "답하기", open: "보기", more: (count: number) => ` 외 ${n(count)}가지`,
    goods: "품목", item: "품명", unit: "단가", quantity: "수량", sent: (count: number) => `${n(count)}개 보냄`, gone: (count: number) => `${n(count)}개 취소`, sum: "금액", delivery: "배송비", supply: "공급가액", tax: "세액", total: "합계 (부가세 포함)", less: "취소한 수량", now: "지금 금액",
    terms: "계약 내용", requestNumber: "품의번호", orderedOn: "계약일", place: "납품 장소", placeAsked: "기관과 협의", asker: "담당자", agencyNumber: "기관 고유번호", delay: "지체상금", delayADay: (percent: string) => `하루 늦을 때마다 계약금액의 ${percent}`, orderNumber: "주문번호",
    papers: "서류", paper: "발주서 (PDF)", send: "주문·배송에서 보내기", seeOrder: "주문·배송에서 보기", sendNote: "운송장 입력과 거래명세서는 주문 화면에서 해요.",
    waitsHead: "발주를 수락해 주세요", waitsBody: (day: string) => `${day}까지 발주서대로 납품할 수 있으면 수락해 주세요. 어려우면 더 늦은 날이나 적은 수량을 제안할 수 있어요.`, accept: "발주 수락", acceptAsOrdered: "제안을 거두고 처음대로 수락", propose: "변경 제안하기", proposeAgain: "다시 제안하기",
    proposedHead: "기관의 답을 기다리고 있어요", proposedBody: "기관이 동의하면 새 발주서가 나가요. 다시 제안하면 앞의 제안은 거둬져요.", canceledHead: "취소된 발주예요", acceptedBody: (when: string) => `${when}에 수락했어요.`,
    proposeTitle: "변경 제안", proposeLead: "더 늦은 날, 더 적은 수량, 또는 둘 다 제안할 수 있어요. 가격은 올릴 수 없어요.", newDay: "새 납품 기한", newDayHint: (day: string) => `지금 기한은 ${day}이에요. 그대로면 비워 두세요.`, canSend: "보낼 수 있는 수량", openPieces: (count: number) => `보낼 수량 ${n(count)}개`, quantityOf: (name: string) => `${name} 보낼 수 있는 수량`, reason: "사유 (기관에 보여요)", preview: "다음: 바뀌는 내용 확인", declineNote: "하나도 보낼 수 없으면", decline: "주문 화면에서 취소해 주세요",
    askTitle: "이렇게 제안할까요?", dayFrom: (from: string, to: string) => `납품 기한 ${from} → ${to}`, piecesFrom: (from: number, to: number) => `${n(from)}개 → ${n(to)}개`, dayStays: "납품 기한은 그대로예요.", amountStays: "금액은 그대로예요.", amountBefore: "지금 금액", amountAfter: "동의하면 받을 금액 (부가세 포함)", becauseOf: (reason: string) => `사유: ${reason}`, askNote: "보내면 기관에 바로 알려요. 기관이 답하기 전에는 처음 발주가 그대로 유효해요.", sendProposal: "제안 보내기", change: "고치기", leave: "그만두기",
    faults: { reason: "왜 바꾸는지 사유를 적어 주세요.", day: "새 납품 기한은 지금 기한보다 늦은 날이어야 해요.", pieces: "수량은 0부터 보낼 수량까지의 숫자로 적어 주세요.", nothing: "바꿀 날짜나 수량을 적어 주세요.", all: "하나도 보낼 수 없으면 제안하지 말고 주문 화면에서 취소해 주세요." }, cannotCount: "지금은 금액을 셀 수 없어요. 수량을 다시 확인해 주세요.",
    history: "지나온 일", told: { issued: "발주서를 받았어요", accepted: "발주를 수락했어요", proposed: "변경을 제안했어요", agreed: "기관이 동의했어요", refused: "기관이 거절했어요", withdrawn: "제안을 거뒀어요", canceled: "발주가 취소됐어요" },
    done: { accept: "발주를 수락했어요. 기관에 알려 드려요.", propose: "변경을 제안했어요. 기관이 답하면 메일로 알려 드려요." }, busy: "보내는 중…",
    noteHead: { ISSUED: "아직 수락하지 않은 발주예요", CHANGE_PROPOSED: "변경 제안에 기관의 답을 기다리는 발주예요", ACCEPTED: "기관 발주서가 있는 주문이에요", CANCELED: "취소된 발주예요" }, noteBody: (number: string, day: string) => `발주번호 ${number} · 납품 기한 ${day}`, noteOpen: "발주 보기",
  },
  en: {
    title: "Purchase orders", lead: "What agencies ordered after approval. Accept each, or propose what you can do instead.",
    status: { ISSUED: "Waits for you", CHANGE_PROPOSED: "Change proposed", ACCEPTED: "Accepted", CANCELED: "Cancelled" },
    tabs: "State of purchase orders", tab: { waiting: "Waiting for you", proposed: "Change proposed", accepted: "Accepted", canceled: "Cancelled", all: "All" },
    none: { waiting: "No purchase order waits for you", proposed: "No proposal waits for an agency", accepted: "None is accepted", canceled: "None was cancelled", all: "No purchase order has come yet" },
    noneBody: "We send a mail when an agency orders.", notFound: "No such purchase order", search: "Number, title or agency", doSearch: "Find", next: "More purchase orders",
    what: "Purchase order", who: "Agency", amount: "Amount", deliverBy: "Deliver by", state: "State", act: "To do", answer: "Answer", open: "Open", more: (count) => ` and ${n(count)} more`,
    goods: "Items", item: "Item", unit: "Unit price", quantity: "Pieces", sent: (count) => `${n(count)} sent`, gone: (count) => `${n(count)} cancelled`, sum: "Amount", delivery: "Delivery", supply: "Supply amount", tax: "VAT", total: "Total (with VAT)", less: "Cancelled pieces", now: "Amount now",
    terms: "The contract", requestNumber: "Request", orderedOn: "Contract day", place: "Delivery place", placeAsked: "To be agreed with the agency", asker: "Contact", agencyNumber: "The agency's number", delay: "Penalty for delay", delayADay: (percent) => `${percent} of the contract for each day`, orderNumber: "Order number",
    papers: "Papers", paper: "Purchase order (PDF)", send: "Send it in the order desk", seeOrder: "See it in the order desk", sendNote: "Parcel numbers and statements are kept in the order desk.",
    waitsHead: "Please accept this order", waitsBody: (day) => `Accept it if you can deliver as ordered by ${day}. If not, propose a later day or fewer pieces.`, accept: "Accept the order", acceptAsOrdered: "Take the proposal back and accept as ordered", propose: "Propose a change", proposeAgain: "Propose something else",
    proposedHead: "The agency has not answered yet", proposedBody: "If it agrees, a new purchase order is issued. A further proposal takes the place of this one.", canceledHead: "This order was cancelled", acceptedBody: (when) => `Accepted ${when}.`,
    proposeTitle: "Propose a change", proposeLead: "A later day, fewer pieces, or both. Prices cannot rise.", newDay: "New day of delivery", newDayHint: (day) => `It is ${day} now. Leave it empty to keep it.`, canSend: "Pieces you can send", openPieces: (count) => `${n(count)} to send`, quantityOf: (name) => `Pieces of ${name} you can send`, reason: "Why (the agency reads it)", preview: "Next: see what changes", declineNote: "If you can send nothing at all,", decline: "cancel it in the order desk",
    askTitle: "Propose this?", dayFrom: (from, to) => `Deliver by ${from} → ${to}`, piecesFrom: (from, to) => `${s(from, "piece")} → ${n(to)}`, dayStays: "The day stays as it is.", amountStays: "The amount stays as it is.", amountBefore: "Amount now", amountAfter: "Amount if agreed (with VAT)", becauseOf: (reason) => `Because: ${reason}`, askNote: "The agency is told at once. Until it answers, the order stands as it is.", sendProposal: "Send the proposal", change: "Change it", leave: "Leave it",
    faults: { reason: "Say why.", day: "The new day must be later than the one ordered.", pieces: "Give a number from 0 to the pieces still to be sent.", nothing: "Give another day or fewer pieces.", all: "If you can send nothing, cancel it in the order desk instead." }, cannotCount: "The amount cannot be counted now. Please look at the quantities again.",
    history: "What happened", told: { issued: "The purchase order came", accepted: "Accepted", proposed: "A change was proposed", agreed: "The agency agreed", refused: "The agency refused", withdrawn: "The proposal was taken back", canceled: "The order was cancelled" },
    done: { accept: "Accepted. The agency is told.", propose: "Proposed. We send a mail when the agency answers." }, busy: "Sending…",
    noteHead: { ISSUED: "This purchase order waits for your answer", CHANGE_PROPOSED: "Your proposal waits for the agency", ACCEPTED: "An agency's purchase order goes with it", CANCELED: "Its purchase order was cancelled" }, noteBody: (number, day) => `Purchase order ${number} · deliver by ${day}`, noteOpen: "Open the purchase order",
  },
});

export const usePurchaseWords = () => purchaseWords(useLanguage());
