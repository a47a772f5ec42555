import { defineMessages } from "~/lib/i18n/index.ts";

export const insightWords = defineMessages({
  ko: {
    title: "판매 분석", lead: (from: string, to: string) => `${from}부터 ${to}까지, 취소와 환불을 뺀 금액이에요`,
    period: "기간", days: (days: number) => `최근 ${days}일`,
    sales: "판매", orders: "주문", views: "상품을 본 횟수", average: "주문 하나 평균", growthUp: (rate: string) => `${rate} 늘었어요`, growthDown: (rate: string) => `${rate} 줄었어요`, same: "그대로예요",
    against: "바로 앞 같은 기간과 비교", noBefore: "비교할 앞 기간 판매가 없어요", beforeOrders: (count: string) => `앞 기간 ${count}건`, perView: (rate: string) => `볼 때마다 ${rate} 주문`,
    chart: "판매", chartNote: "최근 12주, 원", citizen: "시민", public: "공공", yearBefore: "지난해", asTable: "표로 보기", week: "주", weekOf: (day: string) => `${day} 주`,
    chartSays: (citizen: string, pub: string) => `최근 12주 판매 막대그래프. 마지막 주 시민 ${citizen}원, 공공 ${pub}원.`,
    listings: "상품별", product: "상품", quantity: "팔린 수", amount: "금액", conversion: "주문 비율", noListings: "이 기간에 본 사람도 주문도 없어요", noListingsBody: "상품 정보를 채우고 기획전에 참여하면 눈에 띄기 쉬워요.",
    seenNotBought: "보고도 사지 않았어요", edit: "고치기",
    missed: "검색했지만 못 찾은 상품", missedNote: "최근 30일", missedBody: "이름이나 설명에 이 말이 들어가면 찾을 수 있어요.", nearTo: (name: string) => `가까운 상품: ${name}`, lacks: (words: string) => `“${words}”이 상품에 없어요`, noMissed: "놓친 검색어가 없어요", noMissedBody: "우리 상품과 가까운 말로 찾다가 못 찾은 사람이 없어요.", times: (count: string) => `${count}번`,
    completeness: "상품 정보 완성도", complete: (all: string, done: string) => `${all}개 중 ${done}개가 완성됐어요`, completeBody: "정보가 다 있어야 공공기관도 고를 수 있어요.", noGoods: "아직 상품이 없어요", noGoodsBody: "첫 상품을 올리면 무엇을 더 채우면 좋을지 알려 드려요.", addFirst: "첫 상품 올리기",
    lackCount: (count: string) => `${count}개`, nextStep: "다음에 할 일", score: "완성도", allDone: "빠진 것이 없어요",
    lack: {
      NOTICE: "상품정보제공고시가 빠진 상품", PRICE: "값이 없는 상품", PICTURE: "사진이 없는 상품", STOCK: "재고가 없는 상품", DESCRIPTION: "설명이 짧은 상품", CATEGORY: "분류가 없는 상품",
      MORE_PICTURES: "사진이 세 장보다 적은 상품", PUBLIC_CHANNEL: "공공기관에 보이지 않는 상품", SUMMARY: "한 줄 소개가 없는 상품", WEIGHT: "무게가 없는 상품", ENGLISH: "영어 이름이 없는 상품",
    },
    todo: {
      NOTICE: "고시 항목 적기", PRICE: "값 정하기", PICTURE: "사진 올리기", STOCK: "재고 채우기", DESCRIPTION: "설명 더 쓰기", CATEGORY: "분류 고르기",
      MORE_PICTURES: "사진 더하기", PUBLIC_CHANNEL: "공공기관에도 보이기", SUMMARY: "한 줄 소개 쓰기", WEIGHT: "무게 적기", ENGLISH: "영어 이름 적기",
    },
    activity: "판매 활성도", activityLead: (days: number) => `판매할 수 있는 기업 가운데 최근 ${days}일에 한 번이라도 판 기업이에요`, sellingOf: (all: string, selling: string) => `${all}곳 중 ${selling}곳이 팔았어요`, none: "판매할 수 있는 기업이 없어요",
    why: "팔지 못한 까닭", idle: "팔지 못한 기업", all: "모두", vendor: "기업", reasonHead: "까닭", listingCount: "올린 상품", lastSale: "마지막 판매", never: "아직 없음", more: "더 보기", before: "앞으로", nobodyIdle: "모든 기업이 팔았어요",
    reason: { ON_HOLIDAY: "쉬는 중", NOTHING_LISTED: "올린 상품이 없음", SOLD_OUT: "모두 품절", NEW: "입점한 지 한 달이 안 됨", NOT_SEEN: "본 사람이 적음", SEEN_NOT_BOUGHT: "보지만 사지 않음" },
    help: {
      ON_HOLIDAY: "돌아오는 날을 확인해 주세요.", NOTHING_LISTED: "첫 상품을 올리도록 도와주세요. 심사에서 멈춰 있는지도 봐 주세요.", SOLD_OUT: "재고를 채우거나 내려 달라고 알려 주세요.", NEW: "첫 판매까지 한 달은 지켜봐 주세요.",
      NOT_SEEN: "기획전이나 이야기에 소개해 보세요. 상품 이름에 찾는 말이 있는지도 봐 주세요.", SEEN_NOT_BOUGHT: "값, 사진, 배송 조건을 함께 살펴봐 주세요.",
    },
  },
  en: {
    title: "Sales", lead: (from, to) => `${from} to ${to}, less what was cancelled and refunded`,
    period: "Period", days: (days) => `Last ${days} days`,
    sales: "Sales", orders: "Orders", views: "Views of your goods", average: "Average order", growthUp: (rate) => `up ${rate}`, growthDown: (rate) => `down ${rate}`, same: "unchanged",
    against: "against the period before", noBefore: "nothing sold in the period before", beforeOrders: (count) => `${count} in the period before`, perView: (rate) => `${rate} orders a view`,
    chart: "Sales", chartNote: "last 12 weeks, won", citizen: "Citizens", public: "Agencies", yearBefore: "A year before", asTable: "As a table", week: "Week", weekOf: (day) => `Week of ${day}`,
    chartSays: (citizen, pub) => `Bars of the sales of the last 12 weeks. In the last one ₩${citizen} to citizens and ₩${pub} to agencies.`,
    listings: "By listing", product: "Listing", quantity: "Sold", amount: "Amount", conversion: "Orders a view", noListings: "Nobody looked or ordered in this time", noListingsBody: "Complete listings and exhibitions make goods easier to see.",
    seenNotBought: "Looked at, not bought", edit: "Edit",
    missed: "Searched for, and not found", missedNote: "last 30 days", missedBody: "With these words in name or text, they would be found.", nearTo: (name) => `Nearest: ${name}`, lacks: (words) => `“${words}” is missing there`, noMissed: "No search was missed", noMissedBody: "Nobody searched in vain for anything near to your goods.", times: (count) => `${count} times`,
    completeness: "Completeness of listings", complete: (all, done) => `${done} of ${all} are complete`, completeBody: "Agencies can only choose what is described in full.", noGoods: "No listing yet", noGoodsBody: "With the first one we can tell what would help most.", addFirst: "Enter the first listing",
    lackCount: (count) => count, nextStep: "Next step", score: "Completeness", allDone: "Nothing is missing",
    lack: {
      NOTICE: "without the whole legal notice", PRICE: "without a price", PICTURE: "without a picture", STOCK: "out of stock", DESCRIPTION: "with a short description", CATEGORY: "without a category",
      MORE_PICTURES: "with fewer than three pictures", PUBLIC_CHANNEL: "not shown to agencies", SUMMARY: "without a summary", WEIGHT: "without a weight", ENGLISH: "without an English name",
    },
    todo: {
      NOTICE: "Complete the notice", PRICE: "Set a price", PICTURE: "Add a picture", STOCK: "Fill the stock", DESCRIPTION: "Write more", CATEGORY: "Choose a category",
      MORE_PICTURES: "Add pictures", PUBLIC_CHANNEL: "Show to agencies", SUMMARY: "Write a summary", WEIGHT: "Enter the weight", ENGLISH: "Name in English",
    },
    activity: "Who sells", activityLead: (days) => `Of the enterprises that may sell, those with a sale in the last ${days} days`, sellingOf: (all, selling) => `${selling} of ${all} sold something`, none: "No enterprise may sell",
    why: "Why others did not", idle: "Enterprises without a sale", all: "All", vendor: "Enterprise", reasonHead: "Why", listingCount: "Listings", lastSale: "Last sale", never: "never", more: "More", before: "Back", nobodyIdle: "Every enterprise sold something",
    reason: { ON_HOLIDAY: "On holiday", NOTHING_LISTED: "Nothing listed", SOLD_OUT: "All sold out", NEW: "Here for less than a month", NOT_SEEN: "Hardly seen", SEEN_NOT_BOUGHT: "Seen, not bought" },
    help: {
      ON_HOLIDAY: "See when it is back.", NOTHING_LISTED: "Help with the first listing; see whether one waits for review.", SOLD_OUT: "Ask for stock, or for taking the goods down.", NEW: "Give the first sale a month.",
      NOT_SEEN: "Try an exhibition or a story; see whether names hold the words people search for.", SEEN_NOT_BOUGHT: "Look at price, pictures and delivery together.",
    },
  },
});
