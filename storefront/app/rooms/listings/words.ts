import { defineMessages } from "~/lib/i18n/index.ts";

export const listingWords = defineMessages({
  ko: {
    title: "상품", lead: (selling: number) => (selling ? `${selling}개를 팔고 있어요` : "아직 파는 상품이 없어요"), add: "상품 올리기", many: "한꺼번에 올리기",
    tabs: { ALL: "모두", SELLING: "파는 중", DRAFT: "작성 중", UNDER_REVIEW: "심사 중", SENT_BACK: "돌아옴", HIDDEN: "내림", SOLD_OUT: "품절" }, tabsLabel: "상태별로 보기",
    search: "이름이나 SKU", find: "찾기", sort: "차례", sorts: { changed: "바꾼 순", name: "이름순", price: "가격 낮은 순", newest: "새로 올린 순" }, apply: "보기",
    product: "상품", price: "가격", stock: "남은 수량", state: "상태", act: "하기", citizen: "시민", agency: "기관", quote: "견적으로 팔아요", unpriced: "가격 없음", uncounted: "세지 않아요",
    states: { SELLING: "파는 중", DRAFT: "작성 중", UNDER_REVIEW: "심사 중", SENT_BACK: "돌아옴", HIDDEN: "내림", SOLD_OUT: "품절" }, none: "작성 중", waits: "바꾼 것 심사 중", newWaits: "심사 중", back: "돌아옴",
    stockOf: (name: string) => `${name} 재고`, held: (count: number) => `주문에 ${count}개 잡혀 있어요`, free: (count: number) => `${count}개 남음`, saveStock: "재고 저장", stockHint: "창고에 있는 수를 적어요. 주문에 잡힌 수도 들어가요. 재고는 심사 없이 바로 바뀌어요.",
    moreVariants: (count: number) => `옵션 ${count}개 모두`, edit: "고치기", write: "이어 쓰기", hide: "내리기", show: "다시 팔기", of: (act: string, name: string) => `${act}: ${name}`, reason: (text: string) => text, mend: "무엇을 고치나요",
    hideAsk: (name: string) => `“${name}”을(를) 내릴까요?`, hideBody: "새 주문이 들어오지 않아요. 이미 들어온 주문은 보내 주세요. 언제든 다시 팔 수 있고, 그사이 내용을 바꾸지 않으면 심사도 없어요.", hideYes: "내리기", cancel: "그만두기",
    emptyHead: "첫 상품을 올려 볼까요?", emptyBody: "이름과 가격, 사진 한 장이면 시작할 수 있어요. 쓰다 멈춰도 저장돼요.", emptySteps: ["무엇을 파는지 고르고 적어요 (5분쯤)", "사진을 올려요", "심사를 요청하면 1~2일 안에 답을 드려요"],
    nothing: "이 조건에 맞는 상품이 없어요", clear: "모두 보기", prev: "앞 쪽", next: "다음 쪽", pages: "쪽", count: (count: number) => `${count}개`,
    done: { stock: "재고를 저장했어요.", hidden: "상품을 내렸어요. 언제든 다시 팔 수 있어요.", shown: "다시 팔기 시작했어요.", waits: "심사를 요청했어요.", deleted: "작성 중이던 상품을 지웠어요." } as Record<string, string>,
    undo: "되돌리기", whole: "숫자만 적어 주세요. 예: 120", moved: (name: string, now: number) => `${name}: 그사이 재고가 ${now}개로 바뀌었어요. 확인하고 다시 저장해 주세요.`, clerkLead: "재고를 바꿀 수 있어요. 상품을 고치는 일은 대표나 관리자가 해요.",
    crumb: "상품 목록", parts: { info: "내용", variants: "옵션·가격·재고", pictures: "사진" }, partsLabel: "상품의 쪽", onShop: "가게에서 보기",
  },
  en: {
    title: "Listings", lead: (selling) => (selling ? `${selling} on sale` : "Nothing on sale yet"), add: "New listing", many: "Many at once",
    tabs: { ALL: "All", SELLING: "On sale", DRAFT: "Drafts", UNDER_REVIEW: "Under review", SENT_BACK: "Sent back", HIDDEN: "Taken off", SOLD_OUT: "Sold out" }, tabsLabel: "By state",
    search: "Name or SKU", find: "Find", sort: "Order", sorts: { changed: "Changed last", name: "By name", price: "Lowest price", newest: "Newest" }, apply: "Show",
    product: "Product", price: "Price", stock: "In stock", state: "State", act: "Actions", citizen: "Citizens", agency: "Agencies", quote: "By quotation", unpriced: "No price", uncounted: "Not counted",
    states: { SELLING: "On sale", DRAFT: "Draft", UNDER_REVIEW: "Under review", SENT_BACK: "Sent back", HIDDEN: "Taken off", SOLD_OUT: "Sold out" }, none: "Draft", waits: "Change under review", newWaits: "Under review", back: "Sent back",
    stockOf: (name) => `Stock of ${name}`, held: (count) => `${count} held for orders`, free: (count) => `${count} free`, saveStock: "Save stock", stockHint: "Write how many lie in the warehouse, those held for orders included. Stock changes at once, without a review.",
    moreVariants: (count) => `All ${count} options`, edit: "Edit", write: "Go on writing", hide: "Take off", show: "Sell again", of: (act, name) => `${act}: ${name}`, reason: (text) => text, mend: "What to mend",
    hideAsk: (name) => `Take “${name}” off sale?`, hideBody: "No new orders come in. Please send what was ordered before. You can sell it again at any time; unless it changes meanwhile, without a review.", hideYes: "Take off", cancel: "Cancel",
    emptyHead: "Shall we list your first product?", emptyBody: "A name, a price and one picture are enough to begin. Drafts are kept.", emptySteps: ["Say what you sell (about 5 minutes)", "Add pictures", "Ask for the review: we answer within 1–2 days"],
    nothing: "No listing fits", clear: "Show all", prev: "Previous page", next: "Next page", pages: "Pages", count: (count) => `${count}`,
    done: { stock: "The stock is saved.", hidden: "It is off sale. You can sell it again at any time.", shown: "It is on sale again.", waits: "The review is asked for.", deleted: "The draft is deleted." } as Record<string, string>,
    undo: "Undo", whole: "Digits only, please, as in 120", moved: (name, now) => `${name}: the stock changed to ${now} meanwhile. Please look and save again.`, clerkLead: "You can change the stock. Owners and managers edit listings.",
    crumb: "Listings", parts: { info: "Description", variants: "Options, prices, stock", pictures: "Pictures" }, partsLabel: "Pages of the listing", onShop: "See it in the shop",
  },
});
