import { defineVoices } from "~/rooms/cart/voice.ts";

/** The words of an order's money: how it was paid, what goes back and which way. */
export const moneyWords = defineVoices({
  ko: {
    head: "결제", paidHead: "결제를 마쳤어요", partlyHead: "아직 낼 금액이 있어요", unpaidHead: "아직 결제 전이에요", endedHead: "끝난 주문이에요", laterHead: "납품 뒤에 결제해요", nothingHead: "낼 금액이 없었어요",
    means: "결제 방법", amount: "결제 금액", when: "결제한 때", card: "카드", easyPay: "간편결제", transfer: "무통장 입금", digits: (digits: string) => `끝자리 ${digits}`, giftCards: "기프트카드", giftCard: (last4: string) => `기프트카드 …${last4}`, balance: "남은 금액", state: "상태",
    copy: "복사", copied: "복사했어요", copyOf: (what: string) => `${what} 복사`, byCard: "카드로 결제하기", byCardNote: "입금 대신 카드로 낼 수도 있어요.",
    backHead: "환불", backFor: (kind: string, vendor: string) => (vendor ? `${vendor} ${kind}` : kind), cancellation: "주문 취소", withdrawal: "반품", adjustment: "조정", waivedNote: "결제 전이라 낼 금액에서 뺐어요.", done: (way: string, sum: string) => `${way} ${sum}을 돌려드렸어요.`, pending: (way: string, sum: string) => `${way} ${sum}을 돌려드리고 있어요.`, cardDays: "카드 명세에는 3–5영업일 뒤에 보일 수 있어요.",
    toCard: (name: string) => `결제한 카드(${name})로`, toPaidCard: "결제한 카드로", toPaidWay: "결제한 방법으로", toAccount: "계좌로", toGiftCards: (sum: string) => `기프트카드로 ${sum}`, wait: (sum: string) => `계좌로 돌려드릴 돈이 ${sum} 있어요.`, askAccount: "환불 계좌 적기", changeAccount: "환불 계좌 바꾸기", accountSet: (bank: string, number: string, holder: string) => `${bank} ${number} (${holder}) 계좌로 3영업일 안에 보내드려요.`, needAccount: "받을 계좌를 알려 주시면 3영업일 안에 보내드려요.",
    accountTitle: "환불 계좌", accountLead: (sum: string) => `${sum}을 받을 계좌를 적어 주세요.`, bank: "은행", chooseBank: "은행 고르기", number: "계좌번호", numberHint: "숫자 10~16자리. 줄표는 넣어도 돼요.", holder: "예금주", holderHint: "주문하신 분의 이름과 같은 계좌가 가장 빨라요.", save: "계좌 저장하기", safe: "계좌번호는 암호로 바꿔 보관하고, 환불이 끝나면 지워요.", needBank: "은행을 골라 주세요.", needNumber: "계좌번호를 적어 주세요.", needHolder: "예금주를 적어 주세요.", noAccount: "지금은 계좌로 돌려드릴 돈이 없어요.", toOrder: "주문으로 돌아가기",
    okAccount: "환불 계좌를 저장했어요. 3영업일 안에 보내드려요.", okPaid: "결제했어요. 판매 기업이 준비를 시작해요.", disputed: "카드사에서 이 결제를 확인하고 있어요.",
  },
  formal: {
    paidHead: "결제가 끝났습니다", partlyHead: "지급할 금액이 남아 있습니다", unpaidHead: "아직 결제 전입니다", endedHead: "끝난 주문입니다", laterHead: "납품 뒤에 지급합니다", nothingHead: "지급할 금액이 없었습니다", means: "대금 지급", copied: "복사했습니다", byCardNote: "입금 대신 카드로 결제할 수도 있습니다.", waivedNote: "결제 전이라 지급할 금액에서 뺐습니다.",
    done: (way, sum) => `${way} ${sum}을 돌려 드렸습니다.`, pending: (way, sum) => `${way} ${sum}을 돌려 드리고 있습니다.`, cardDays: "카드 명세에는 3–5영업일 뒤에 보일 수 있습니다.", wait: (sum) => `계좌로 돌려 드릴 돈이 ${sum} 있습니다.`, accountSet: (bank, number, holder) => `${bank} ${number} (${holder}) 계좌로 3영업일 안에 보내 드립니다.`, needAccount: "받을 계좌를 알려 주시면 3영업일 안에 보내 드립니다.",
    accountLead: (sum) => `${sum}을 받을 계좌를 입력해 주십시오.`, numberHint: "숫자 10~16자리. 줄표는 넣어도 됩니다.", holderHint: "기관 명의의 계좌를 입력해 주십시오.", safe: "계좌번호는 암호로 바꾸어 보관하고, 환불이 끝나면 지웁니다.", needBank: "은행을 선택해 주십시오.", needNumber: "계좌번호를 입력해 주십시오.", needHolder: "예금주를 입력해 주십시오.", noAccount: "지금은 계좌로 돌려 드릴 돈이 없습니다.", okAccount: "환불 계좌를 저장했습니다. 3영업일 안에 보내 드립니다.", okPaid: "결제했습니다. 공급 기업이 준비를 시작합니다.", disputed: "카드사에서 이 결제를 확인하고 있습니다.",
  },
  en: {
    head: "Payment", paidHead: "Paid", partlyHead: "Something is still to be paid", unpaidHead: "Not paid yet", endedHead: "This order has ended", laterHead: "Paid after delivery", nothingHead: "There was nothing to pay", means: "Paid by", amount: "Amount", when: "Paid on", card: "Card", easyPay: "Wallet", transfer: "Bank transfer", digits: (digits) => `ending in ${digits}`, giftCards: "Gift cards", giftCard: (last4) => `Gift card …${last4}`, balance: "Still to pay", state: "Status",
    copy: "Copy", copied: "Copied", copyOf: (what) => `Copy: ${what}`, byCard: "Pay by card", byCardNote: "You can pay by card instead of the transfer.", backHead: "Refunds", backFor: (kind, vendor) => (vendor ? `${kind}, ${vendor}` : kind), cancellation: "Cancelled", withdrawal: "Returned", adjustment: "Adjusted", waivedNote: "Nothing had been paid yet; it is taken off what is to be paid.", done: (way, sum) => `${sum} was paid back ${way}.`, pending: (way, sum) => `${sum} is on its way back ${way}.`, cardDays: "It may take 3–5 working days to show on your statement.",
    toCard: (name) => `to your card (${name})`, toPaidCard: "to the card you paid with", toPaidWay: "the way you paid", toAccount: "to your account", toGiftCards: (sum) => `${sum} to gift cards`, wait: (sum) => `${sum} is to be sent back by transfer.`, askAccount: "Name your account", changeAccount: "Change the account", accountSet: (bank, number, holder) => `It is sent to ${bank} ${number} (${holder}) within 3 working days.`, needAccount: "Tell us your account and we send it within 3 working days.",
    accountTitle: "Account for your refund", accountLead: (sum) => `Where shall we send ${sum}?`, bank: "Bank", chooseBank: "Choose a bank", number: "Account number", numberHint: "10 to 16 digits; hyphens are fine.", holder: "Account holder", holderHint: "An account in the buyer's own name is quickest.", save: "Save the account", safe: "The number is kept encrypted and deleted after the refund.", needBank: "Choose a bank.", needNumber: "Enter the account number.", needHolder: "Enter the account holder.", noAccount: "No refund by transfer is waiting for this order.", toOrder: "Back to the order",
    okAccount: "Your account is saved. The money is sent within 3 working days.", okPaid: "Paid. The enterprises begin to prepare your order.", disputed: "The card issuer is looking into this payment.",
  },
});

/** Banks that money can be given back to, as people call them. */
export const BANKS: Readonly<Record<string, readonly [string, string]>> = {
  KAKAO: ["카카오뱅크", "KakaoBank"], KB: ["KB국민은행", "KB Kookmin Bank"], SHINHAN: ["신한은행", "Shinhan Bank"], WOORI: ["우리은행", "Woori Bank"], HANA: ["하나은행", "Hana Bank"], NH: ["NH농협은행", "NH NongHyup Bank"], LOCAL_NH: ["지역농·축협", "Local NongHyup"],
  IBK: ["IBK기업은행", "IBK Industrial Bank"], TOSS: ["토스뱅크", "Toss Bank"], K_BANK: ["케이뱅크", "K bank"], MG: ["새마을금고", "MG Community Credit"], CU: ["신협", "Credit Union"], POST: ["우체국", "Korea Post"], SC: ["SC제일은행", "SC First Bank"], CITI: ["한국씨티은행", "Citibank Korea"],
  KDB: ["KDB산업은행", "KDB Development Bank"], SUHYUP: ["수협은행", "Suhyup Bank"], IM: ["iM뱅크", "iM Bank"], BUSAN: ["부산은행", "Busan Bank"], GYEONGNAM: ["경남은행", "Kyongnam Bank"], GWANGJU: ["광주은행", "Gwangju Bank"], JEONBUK: ["전북은행", "Jeonbuk Bank"], JEJU: ["제주은행", "Jeju Bank"],
};
