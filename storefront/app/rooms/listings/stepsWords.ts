import { defineMessages } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");

export const stepsWords = defineMessages({
  ko: {
    title: "수량 단가", lead: "많이 살수록 한 개 값을 낮춰 보세요. 기관은 수십, 수백 개씩 사요. 한 장바구니에 담긴 같은 옵션의 수량을 모두 더해 셉니다.",
    rule: "판매가보다 낮고, 수량이 늘수록 더 낮아져야 해요. 할인가가 더 낮으면 할인가로 팔려요. 두 칸을 모두 비우면 그 단계가 없어져요.",
    where: { citizen: "시민가", public: "기관가" } as Record<string, string>, of: (name: string, where: string, place: number) => `${name} ${where} ${n(place)}단계`, from: "몇 개부터", each: "개당 가격(원)", fromShort: "개부터", won: "원", noPrice: "판매가를 먼저 적어 주세요.",
    save: "수량 단가 저장", unread: "수량과 가격을 모두 숫자로 적어 주세요.", raise: "팔고 있는 상품에서 단계를 없애거나 값을 올리면 심사를 거쳐요. 낮추면 바로 바뀌어요.", waits: (text: string) => `심사 중: ${text}`, waitsNone: "심사 중: 모두 없애기", step: (from: number, price: string) => `${n(from)}개부터 ${price}`, now: (price: string) => `판매가 ${price}`,
  },
  en: {
    title: "Quantity prices", lead: "Sell cheaper to who buys more. Agencies buy by the dozen and the hundred. All pieces of one option in a basket count together.",
    rule: "Below the price, and lower with each step. Where a discounted price is lower, that one holds. Empty both cells to take a step out.",
    where: { citizen: "Citizens", public: "Agencies" }, of: (name, where, place) => `${name}, ${where}, step ${n(place)}`, from: "from how many", each: "price each (won)", fromShort: "or more", won: "won", noPrice: "Write the price first.",
    save: "Save quantity prices", unread: "Write both the quantity and the price as numbers.", raise: "On goods on sale, removing a step or raising its price waits for a review. Lowering holds at once.", waits: (text) => `Under review: ${text}`, waitsNone: "Under review: none at all", step: (from, price) => `${price} from ${n(from)}`, now: (price) => `Price ${price}`,
  },
});
