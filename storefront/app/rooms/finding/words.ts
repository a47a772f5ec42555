import { defineMessages } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";

const n = formatNumber;

/** Words of finding and comparing, in the public channel's formal voice. */
export const findingWords = defineMessages({
  ko: {
    panel: "공공구매 조건", panelNote: "적은 수량으로 단가, 배송비, 도착일, 수의계약 경로를 품목마다 계산합니다.", quantity: "필요한 수량", budget: "예산 (원)", budgetHint: "부가세와 배송비를 포함합니다", by: "필요한 날", place: "받을 곳 우편번호", placeHint: "다섯 자리 숫자", quotes: "수의계약 견적", apply: "조건 적용",
    placeMissing: "도착일을 따지려면 우편번호가 필요합니다", placeWrong: "우편번호는 숫자 다섯 자리입니다", dayPast: "지난 날짜입니다",
    anyQuotes: "상관없음", quotesAtMost: (count: number) => (count === 0 ? "견적 생략 가능" : count === 1 ? "견적 한 곳까지" : `견적 ${count}곳까지`), duty: "의무구매 인정", dutyNote: "하나라도 인정되는 품목을 찾습니다.",
    budgetChip: (amount: string, count: number) => `예산 ${amount} (${n(count)}개)`, byChip: (day: string, place: string) => `${day}까지 ${place} 도착`,
    counts: "의무구매", countsHead: "의무구매 인정", countsNone: "인정되는 의무구매 제도가 없습니다", itemCheck: "품목 확인 필요", itemCheckNote: "직접 생산한 것이나 인증받은 품목만 인정됩니다. 이 품목이 해당하는지 인증서에서 확인해 주십시오.", until: (day: string) => `${day}까지 유효`, noEnd: "기한 없음",
    arrival: "도착", arrivesBy: (day: string) => `${day}까지`, arrivesHere: (day: string) => `오늘 주문하면 ${day}까지 도착`, fromDay: (day: string) => `${day}부터 가능`, service: "일정 협의", orderableFrom: (day: string) => `휴무가 끝나는 ${day}부터 주문 가능`, remoteNote: "제주·도서 지역은 우편번호를 적으면 다시 계산합니다.", arrivalNote: "판매 기업이 약속한 발송일에 가장 긴 배송 기간을 더한 날입니다. 결재에 걸리는 날은 넣지 않았습니다.", arrivalHead: "언제 받을 수 있습니까?", recalc: "다시 계산",
    deliveryFor: "배송비", free: "무료", contract: "수의계약", tender: "입찰 대상", noQuote: "견적 생략", oneQuote: "견적 한 곳", moreQuotes: (count: number) => `견적 ${count}곳 이상`, platform: "지정정보처리장치 이용",
    QUOTE_ONLY: "견적으로만 구매", NOT_ON_SALE: "판매 전", ABOVE_LIMIT: "한 번에 살 수 있는 수량을 넘음", NOT_ENOUGH: "재고가 모자람", NOT_DELIVERED: "이곳으로 배송하지 않음",
    add: "비교에 담기", added: "비교함에 있음", remove: "빼기", compareOf: (name: string) => `${name}: 비교에 담기`, removeOf: (name: string) => `${name}: 비교에서 빼기`, bar: (count: number, most: number) => `비교함 ${count}개 (${most}개까지)`, open: "비교하기", clear: "비우기", barLabel: "비교함",
    title: "품목 비교", lead: "같은 수량으로 값, 배송, 인증, 계약 경로를 나란히 봅니다.", empty: "비교할 품목을 담아 주십시오", emptyBody: "목록과 품목 화면에서 ‘비교에 담기’를 누르면 다섯 개까지 나란히 볼 수 있습니다.", toList: "전체 품목 보기",
    full: (name: string) => `다섯 개까지 비교할 수 있습니다. 담지 않은 품목: ${name}`, fullBody: "아래에서 하나를 빼면 그 자리에 담습니다.", swap: (name: string) => `${name} 빼고 새 품목 담기`, swapShort: "빼고 새 품목 담기", gone: (count: number) => `지금 볼 수 없는 품목 ${count}개는 표에서 뺐습니다.`,
    table: "품목 비교표", tableHint: "좌우로 밀어 나머지 품목을 봅니다", item: "품목", price: "단가 (부가세 포함)", fromPieces: (count: number, amount: string) => `${n(count)}개부터 ${amount}`, raised: (count: number) => `최소 주문 ${n(count)}개로 계산`, pieces: (count: number) => `${n(count)}개`, supply: "공급가액", tax: "세액", goods: "품목 금액", delivery: "배송비", total: "합계", lowest: "가장 낮음", earliest: "가장 빠름", vendor: "공급 기업", certificates: "인증 유효 기간", returns: "반품", returnsUsual: "받은 날부터 7일 안에 반품", returnFee: (amount: string) => `단순 변심 왕복 ${amount}`, origin: "원산지", preparation: "준비 기간", leadDays: (days: number) => (days === 0 ? "당일" : `${days}영업일`), differs: "다름", none: "–", onlyDifferent: "다른 항목만 보기", everything: "모든 항목 보기", print: "인쇄", basket: "목록에 담기", choose: "규격 고르기", ask: "견적 요청", action: "구매", attributes: "규격과 속성", yes: "예", no: "아니요",
  },
  en: {
    panel: "Conditions of public buying", panelNote: "Unit price, delivery, day of arrival and way of contracting are worked out for this quantity.", quantity: "Quantity needed", budget: "Budget (won)", budgetHint: "VAT and delivery included", by: "Needed by", place: "Postcode of delivery", placeHint: "Five digits", quotes: "Quotes for a private contract", apply: "Apply",
    placeMissing: "A day of arrival needs a postcode", placeWrong: "A postcode has five digits", dayPast: "This day is past",
    anyQuotes: "Any", quotesAtMost: (count: number) => (count === 0 ? "No quote needed" : count === 1 ? "One quote at most" : `${count} quotes at most`), duty: "Counts for a duty", dutyNote: "Finds what counts for any of them.",
    budgetChip: (amount: string, count: number) => `Budget ${amount} (${n(count)})`, byChip: (day: string, place: string) => `At ${place} by ${day}`,
    counts: "Duties", countsHead: "Counts for these duties", countsNone: "Counts for no duty", itemCheck: "check the item", itemCheckNote: "Only own products, or the items named in the certificate, count. Check in the certificate whether this one does.", until: (day: string) => `valid until ${day}`, noEnd: "no end",
    arrival: "Arrives", arrivesBy: (day: string) => `by ${day}`, arrivesHere: (day: string) => `Ordered today, there by ${day}`, fromDay: (day: string) => `from ${day}`, service: "by arrangement", orderableFrom: (day: string) => `Orders again from ${day}, after holidays`, remoteNote: "For Jeju and islands enter a postcode to work it out again.", arrivalNote: "The dispatch that the seller promises plus the longest transit. Days of approval are not counted.", arrivalHead: "When can it be there?", recalc: "Work out",
    deliveryFor: "Delivery", free: "Free", contract: "Contract", tender: "Open tender", noQuote: "No quote needed", oneQuote: "One quote", moreQuotes: (count: number) => `${count} quotes or more`, platform: "through a designated system",
    QUOTE_ONLY: "By quotation only", NOT_ON_SALE: "Not on sale yet", ABOVE_LIMIT: "More than can be bought at once", NOT_ENOUGH: "Not enough in stock", NOT_DELIVERED: "Not delivered there",
    add: "Compare", added: "In comparison", remove: "Remove", compareOf: (name: string) => `${name}: add to comparison`, removeOf: (name: string) => `${name}: remove from comparison`, bar: (count: number, most: number) => `${count} to compare (${most} at most)`, open: "Compare", clear: "Clear", barLabel: "Comparison",
    title: "Compare items", lead: "Price, delivery, certificates and ways of contracting side by side, for the same quantity.", empty: "Nothing to compare yet", emptyBody: "Press “Compare” in lists and on item pages; up to five stand side by side.", toList: "All items",
    full: (name: string) => `Five at most: “${name}” was not added`, fullBody: "Remove one below and it takes that place.", swap: (name: string) => `Remove ${name} and add the new item`, swapShort: "Replace with the new item", gone: (count: number) => `${count} item${count === 1 ? "" : "s"} that cannot be seen now ${count === 1 ? "is" : "are"} left out.`,
    table: "Comparison of items", tableHint: "Scroll sideways for the other items", item: "Item", price: "Unit price (with VAT)", fromPieces: (count: number, amount: string) => `${amount} from ${n(count)}`, raised: (count: number) => `for the smallest order, ${n(count)}`, pieces: (count: number) => `${n(count)}`, supply: "Supply amount", tax: "VAT", goods: "Goods", delivery: "Delivery", total: "Total", lowest: "lowest", earliest: "earliest", vendor: "Enterprise", certificates: "Certificates valid until", returns: "Returns", returnsUsual: "Within 7 days of receipt", returnFee: (amount: string) => `change of mind: ${amount} both ways`, origin: "Origin", preparation: "Preparation", leadDays: (days: number) => (days === 0 ? "same day" : `${days} working day${days === 1 ? "" : "s"}`), differs: "differs", none: "–", onlyDifferent: "Only what differs", everything: "Everything", print: "Print", basket: "Add to list", choose: "Choose an option", ask: "Ask for quotes", action: "Buy", attributes: "Specification", yes: "Yes", no: "No",
  },
});

export type FindingWords = ReturnType<typeof findingWords>;
