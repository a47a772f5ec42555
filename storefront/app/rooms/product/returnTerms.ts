import type { ReturnPolicyEnum } from "~/gql/operations";
import { defineVoices } from "~/rooms/cart/voice.ts";

export type ReturnKind = ReturnPolicyEnum;

/** What a listing, or a line that was sold, says of withdrawal without a reason; the note is in the words of its seller. */
export interface ReturnPolicy {
  kind: ReturnKind;
  note: string;
}

/** Why goods cannot go back for a change of mind (전자상거래법 §17②, 시행령 §21); it holds only where it is shown before the order. */
export const returnTerms = defineVoices({
  ko: {
    MADE_TO_ORDER: "주문을 받고 만드는 상품이라 단순 변심으로는 되돌릴 수 없어요", PERISHABLE: "시간이 지나면 다시 팔기 어려워서 단순 변심으로는 되돌릴 수 없어요", SEALED: "포장을 뜯으면 단순 변심으로는 되돌릴 수 없어요", DIGITAL: "제공을 시작하면 단순 변심으로는 되돌릴 수 없어요",
    fault: "불량이거나 설명과 다르면 받은 날부터 3달, 안 날부터 30일 안에 돌려보낼 수 있어요.",
  },
  formal: {
    MADE_TO_ORDER: "주문을 받고 제작하는 품목이므로 단순 변심으로는 반품할 수 없습니다", PERISHABLE: "시간이 지나면 다시 판매하기 어려워 단순 변심으로는 반품할 수 없습니다", SEALED: "포장을 개봉하면 단순 변심으로는 반품할 수 없습니다", DIGITAL: "제공을 시작하면 단순 변심으로는 되돌릴 수 없습니다",
    fault: "불량이거나 설명과 다르면 받은 날부터 3개월, 안 날부터 30일 안에 반품할 수 있습니다.",
  },
  en: {
    MADE_TO_ORDER: "Made after your order, so it cannot be returned for a change of mind", PERISHABLE: "Cannot be sold again after some time, so it cannot be returned for a change of mind", SEALED: "Cannot be returned for a change of mind once it is unsealed", DIGITAL: "Cannot be returned for a change of mind once it is being provided",
    fault: "If it is faulty or not as described, it can go back within 3 months of receipt and 30 days of noticing.",
  },
});

/** The exception in a sentence; null where goods can go back as ever. */
export function exceptionIn(words: ReturnType<typeof returnTerms>, { kind }: ReturnPolicy): string | null {
  return kind === "STANDARD" ? null : words[kind];
}
