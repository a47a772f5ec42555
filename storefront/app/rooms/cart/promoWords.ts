import { defineVoices } from "./voice.ts";

export const promoWords = defineVoices({
  ko: {
    head: "할인 코드와 기프트카드", label: "코드", hint: "할인 코드나 기프트카드 번호를 적어 주세요.", use: "쓰기", remove: "빼기",
    removeOf: (name: string) => `${name} 빼기`, card: (last4: string) => `기프트카드 …${last4}`, discount: (name: string) => `할인 · ${name}`,
    counts: "적용했어요", notUsable: "지금은 쓸 수 없는 카드예요. 빼면 주문할 수 있어요.", howToGoOn: "조건을 맞추거나 코드를 빼면 주문할 수 있어요.",
    price: "할인한 금액", toPay: "결제할 금액", cardLater: "기프트카드는 주문 단계에서 이메일을 적은 뒤 결제할 때 쓸 수 있어요.", okAdd: "코드를 적용했어요.", okRemove: "코드를 뺐어요.",
  },
  formal: {
    hint: "할인 코드나 기프트카드 번호를 입력해 주십시오.", counts: "적용되었습니다", notUsable: "지금은 사용할 수 없는 카드입니다. 빼면 주문할 수 있습니다.",
    howToGoOn: "조건을 맞추거나 코드를 빼면 주문할 수 있습니다.", cardLater: "기프트카드는 주문 단계에서 이메일을 적은 뒤 사용할 수 있습니다.", okAdd: "코드를 적용했습니다.", okRemove: "코드를 뺐습니다.",
  },
  en: {
    head: "Discount codes and gift cards", label: "Code", hint: "Enter a discount code or the number of a gift card.", use: "Apply", remove: "Remove", removeOf: (name) => `Remove ${name}`,
    card: (last4) => `Gift card …${last4}`, discount: (name) => `Discount · ${name}`, counts: "Applied", notUsable: "This card cannot be used now. Remove it to order.",
    howToGoOn: "Meet its terms or remove the code to order.", price: "Amount after discount", toPay: "To pay", cardLater: "Gift cards can be used at the payment step, once you have given your e-mail address.", okAdd: "The code is applied.", okRemove: "The code is removed.",
  },
});
