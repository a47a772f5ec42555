// What people read, Korean first. `t("number")` gives the word in the element's language.
const TEXTS = {
  ko: {
    strip: "테스트 모드 · Stripe 에뮬레이터",
    stripNote: "실제로 결제되지 않아요.",
    testCards: "테스트 카드 보기",
    fill: "이 카드로 채우기",
    methods: "결제수단",
    number: "카드 번호",
    expiry: "유효기간 (월/년)",
    cvc: "보안 코드 (CVC)",
    cvcHelp: "카드 뒷면 세 자리",
    redirect: (name) => `결제하기를 누르면 ${name} 화면으로 이동해요.`,
    loading: "결제수단을 불러오는 중이에요.",
    loadFailed: "결제수단을 불러오지 못했어요. 페이지를 새로 고쳐 주세요.",
    dialogTitle: "카드 본인 인증",
    dialogNote: "실제로는 카드사가 이 창에서 본인을 확인해요. 어떤 결과를 볼지 골라 주세요.",
    approve: "승인",
    deny: "거절",
    leave: "아무것도 고르지 않고 닫기",
    names: { card: "카드", kakao_pay: "카카오페이", naver_pay: "네이버페이", samsung_pay: "삼성페이", payco: "페이코", kr_card: "국내 카드" },
    cards: { ok: "결제돼요", declined: "거절돼요", insufficient: "잔액이 부족해요", secure: "본인 인증 뒤 결제돼요", secureDeclined: "본인 인증 뒤 거절돼요", disputed: "결제 뒤 이의가 들어와요" },
    errors: {
      incomplete_number: "카드 번호를 끝까지 입력해 주세요.",
      invalid_number: "카드 번호가 올바르지 않아요.",
      incorrect_number: "카드 번호가 올바르지 않아요.",
      incomplete_expiry: "유효기간을 입력해 주세요.",
      invalid_expiry_month_past: "유효기간이 지났어요.",
      invalid_expiry_year_past: "유효기간이 지났어요.",
      invalid_expiry_year: "유효기간의 연도가 올바르지 않아요.",
      invalid_expiry_month: "유효기간의 월이 올바르지 않아요.",
      incomplete_cvc: "보안 코드를 입력해 주세요.",
      invalid_cvc: "보안 코드가 올바르지 않아요.",
      incorrect_cvc: "보안 코드가 카드와 맞지 않아요.",
      expired_card: "유효기간이 지난 카드예요.",
      processing_error: "카드를 처리하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
      insufficient_funds: "카드의 잔액이나 한도가 부족해요.",
      card_declined: "카드가 거절됐어요. 다른 카드로 결제해 주세요.",
      test_mode_live_card: "테스트 모드에서는 테스트 카드만 쓸 수 있어요.",
      payment_method_provider_decline: "간편결제가 거절됐어요.",
      payment_intent_authentication_failure: "본인 인증이 끝나지 않았어요. 다시 시도하거나 다른 결제수단을 골라 주세요.",
      api_connection_error: "결제 서버에 연결하지 못했어요. 잠시 뒤 다시 시도해 주세요.",
    },
  },
  en: {
    strip: "Test mode · Stripe emulator",
    stripNote: "No money is taken.",
    testCards: "Show test cards",
    fill: "Fill in this card",
    methods: "Payment method",
    number: "Card number",
    expiry: "Expiry (MM/YY)",
    cvc: "Security code (CVC)",
    cvcHelp: "Three digits on the back",
    redirect: (name) => `When you pay, you go on to ${name}.`,
    loading: "Loading the payment methods.",
    loadFailed: "The payment methods could not be loaded. Please reload the page.",
    dialogTitle: "Confirm it is you",
    dialogNote: "Here your bank would make sure it is you. Choose what should come of it.",
    approve: "Approve",
    deny: "Decline",
    leave: "Close without choosing",
    names: { card: "Card", kakao_pay: "Kakao Pay", naver_pay: "Naver Pay", samsung_pay: "Samsung Pay", payco: "PAYCO", kr_card: "Korean card" },
    cards: { ok: "is paid", declined: "is declined", insufficient: "has not enough money", secure: "is paid after 3-D Secure", secureDeclined: "is declined after 3-D Secure", disputed: "is paid, then disputed" },
    errors: {
      incomplete_number: "Your card number is incomplete.",
      invalid_number: "Your card number is invalid.",
      incorrect_number: "Your card number is incorrect.",
      incomplete_expiry: "Your card's expiration date is incomplete.",
      invalid_expiry_month_past: "Your card's expiration date is in the past.",
      invalid_expiry_year_past: "Your card's expiration year is in the past.",
      invalid_expiry_year: "Your card's expiration year is invalid.",
      invalid_expiry_month: "Your card's expiration month is invalid.",
      incomplete_cvc: "Your card's security code is incomplete.",
      invalid_cvc: "Your card's security code is invalid.",
      incorrect_cvc: "Your card's security code is incorrect.",
      expired_card: "Your card has expired.",
      processing_error: "An error occurred while processing your card. Try again in a little bit.",
      insufficient_funds: "Your card has insufficient funds.",
      card_declined: "Your card was declined.",
      test_mode_live_card: "Only test cards are taken in test mode.",
      payment_method_provider_decline: "The payment was declined by the wallet.",
      payment_intent_authentication_failure: "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
      api_connection_error: "The payment server could not be reached. Please try again.",
    },
  },
};

const TEST_CARDS = [
  ["4242424242424242", "ok"],
  ["4000000000000002", "declined"],
  ["4000000000009995", "insufficient"],
  ["4000002500003155", "secure"],
  ["4000008400001629", "secureDeclined"],
  ["4000000000000259", "disputed"],
];

/** "auto" and everything unknown is the page's own language, and Korean when it names none of ours. */
function wordsFor(locale) {
  const asked = !locale || locale === "auto" ? document.documentElement.lang || navigator.language : locale;
  return asked.toLowerCase().startsWith("en") ? TEXTS.en : TEXTS.ko;
}

/** The server's error with its message in the element's language; the codes stay. */
function translated(error, words) {
  const message = words.errors[error.decline_code] ?? words.errors[error.code] ?? error.message;
  return { ...error, message };
}
