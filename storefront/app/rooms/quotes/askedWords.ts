import { defineMessages, useLanguage } from "~/lib/i18n/index.ts";
import type { FaultKind } from "./answer.ts";
import type { Standing, Tab } from "./standing.ts";

type Units = readonly { unit: "day" | "hour" | "minute"; count: number }[];
const KO_UNITS = { day: "일", hour: "시간", minute: "분" };
const EN_UNITS = { day: "day", hour: "hour", minute: "minute" };

/** The enterprise's side of quotes. */
export const askedWords = defineMessages({
  ko: {
    asked: "견적 요청", askedLead: "공공기관이 보낸 견적 요청이에요. 마감까지 값을 적어 답해 주세요.", next: "다음", number: "번호", what: "건명", agency: "기관", deadline: "마감", yourState: "우리 답",
    tabs: { waiting: "답할 요청", answered: "답한 요청", past: "지난 요청" } satisfies Record<Tab, string>,
    nothing: { waiting: "답할 견적 요청이 없어요", answered: "답하고 마감을 기다리는 요청이 없어요", past: "지난 견적 요청이 없어요" } satisfies Record<Tab, string>,
    nothingBody: "새 요청이 오면 메일로 알려 드려요.",
    left: (units: Units) => `${units.map(({ unit, count }) => `${count}${KO_UNITS[unit]}`).join(" ")} 남음`,
    standing: {
      NEW: "새 요청", READ: "읽음", ANSWERED: "답함", DECLINED: "사양함", WITHDRAWN: "견적 거둬들임", UNANSWERED: "답하지 않음", DECIDING: "기관이 고르는 중", CHOSEN: "선정됨", NOT_CHOSEN: "선정되지 않음", CANCELED: "취소된 요청",
    } satisfies Record<Standing, string>,
    outcome: {
      DECLINED: "사양한 요청이에요.", WITHDRAWN: "견적을 거둬들인 채 마감됐어요.", UNANSWERED: "답하지 않고 마감됐어요.", DECIDING: "마감됐어요. 기관이 견적을 고르고 있어요.", CHOSEN: "기관이 우리 견적을 골랐어요.",
      NOT_CHOSEN: "기관이 다른 견적을 골랐어요.", CANCELED: "기관이 취소한 요청이에요.",
    } satisfies Partial<Record<Standing, string>>,
    declinedOpen: "사양한 요청이에요. 마감까지는 다시 답할 수 있어요.", withdrawnOpen: "견적을 거둬들였어요. 마감까지는 다시 낼 수 있어요.", until: (when: string) => `${when}까지`,
    mine: "우리 견적", sealed: "다른 기업의 답은 아무도 볼 수 없고, 기관도 마감 전에는 금액을 볼 수 없어요. 마감까지는 몇 번이고 바꿀 수 있어요.",
    goods: "파는 상품", goodsHint: "고른 상품으로 주문이 들어와요. 세금은 그 상품을 따라요.", pickGoods: "상품을 골라 주세요", noGoods: "공공 채널에서 파는 상품이 없어요. 먼저 상품을 공공 채널에 올려 주세요.",
    search: "상품 찾기", searchHint: "상품이 많아 일부만 보여요. 이름이나 상품 코드로 찾아 주세요.", searchDo: "찾기", searchFor: (item: string) => `${item}: 상품 찾기`,
    hits: (words: string, count: number) => `‘${words}’ ${count}가지를 찾았어요. 위에서 골라 주세요.`, noHits: (words: string) => `‘${words}’ 상품이 없어요. 공공 채널에서 파는 상품만 찾을 수 있어요.`,
    price: "단가 (부가세 포함)", remark: "비고", deliveryDays: "발주 뒤 납품까지 (일)", deliveryFee: "배송비 (부가세 포함)", valid: "견적 유효", remarks: "더 알릴 것",
    calculate: "계산", submit: "견적 내기", resubmit: "새 견적으로 바꾸기", busy: "잠시만요…",
    sums: "기관이 보게 될 금액", item: "품목", supply: "공급가액", tax: "세액", sum: "합계", delivery: "배송비", all: "모두", notSent: "아직 보내지 않았어요.", allIn: (won: string) => `모두 ${won} (배송비 포함)`,
    kinds: { TAXABLE: "과세", ZERO_RATED: "영세율", EXEMPT: "면세" },
    named: (at: number, name: string) => `${at}번 품목(${name})`,
    faults: {
      priceMissing: (item: string) => `${item}의 단가를 적어 주세요.`, priceWrong: (item: string) => `${item}의 단가는 0원부터 10억원까지 원 단위로 적어 주세요. 예: 12,000`, goodsMissing: (item: string) => `${item}을 어떤 상품으로 팔지 골라 주세요.`,
      goodsGone: (item: string) => `${item}에 고른 상품은 지금 공공 채널에서 팔지 않아요. 다시 골라 주세요.`, remarkLong: (item: string) => `${item}의 비고는 200자까지 적을 수 있어요.`, deliveryWrong: () => "배송비는 0원부터 10억원까지 원 단위로 적어 주세요. 없으면 비워 두세요.",
      daysMissing: () => "발주 뒤 며칠 안에 납품하는지 적어 주세요.", daysWrong: () => "납품까지 걸리는 날은 숫자로 적어 주세요.", validMissing: () => "견적이 언제까지 유효한지 골라 주세요.",
    } satisfies Record<FaultKind, (item: string) => string>,
    questionMissing: "물어볼 것을 적어 주세요.", reasonMissing: "사양하는 까닭을 적어 주세요.", fileMissing: "붙일 파일을 골라 주세요.", late: "답을 받는 기간이 끝나 보내지 못했어요. 적은 것은 아래에 그대로 있어요.",
    lateTitle: "보내지 못한 내용", lateBody: "기관이 마감을 미루면 다시 낼 수 있어요. 필요하면 옮겨 적어 두세요.",
    withdraw: "견적 거둬들이기", withdrawBody: "거둬들이면 기관은 이 견적을 볼 수 없고 고를 수도 없어요. 마감까지는 새로 낼 수 있어요. 마감 뒤에는 거둬들일 수 없어요.", withdrawDo: "거둬들이기",
    decline: "사양하기", declineBody: "견적을 내지 않겠다고 기관에 알려요. 마음이 바뀌면 마감까지 답할 수 있지만, 모두 답하거나 사양하면 바로 마감돼요.", declineReason: "사양하는 까닭", declineHint: "기관이 읽어요. 예: 그날까지 만들기 어려워요.", back: "그만두기",
    replaced: "새 견적으로 바뀜", withdrawn: "거둬들임", chosen: "선정됨", standingTag: "낸 견적", paper: "견적서", split: (supply: string, tax: string) => `공급가액 ${supply} · 세액 ${tax}`, withDelivery: (won: string) => `배송비 ${won} 포함`,
    terms: "요청 내용", contact: "담당", place: "납품 장소", deliverBy: "납품 기한", requestPaper: "견적요청서",
    files: "붙임 파일", filesHint: "PDF·JPG·PNG, 다섯 개까지. 기관은 마감 뒤에 봐요.", file: "파일", addFile: "파일 더하기", remove: "빼기", fileAgain: "파일은 다시 골라 주세요.",
    questions: "질문과 답", noQuestions: "아직 질문이 없어요.", questionHint: "요청받은 모든 곳이 함께 봐요. 물은 곳은 밝히지 않아요.", yourQuestion: "질문", askDo: "질문 보내기", you: "우리 질문", waitingAnswer: "답을 기다려요.",
    done: { submitted: "견적을 냈어요.", withdrawn: "견적을 거둬들였어요.", declined: "사양했어요. 마음이 바뀌면 마감까지 다시 답할 수 있어요.", asked: "질문을 보냈어요. 답이 오면 알려 드려요.", file: "파일을 고쳤어요." }, unsent: "적던 것은 아직 보내지 않았어요.",
  },
  en: {
    asked: "Requests for quotes", askedLead: "Agencies ask for your prices. Please answer before the deadline.", next: "Next", number: "Number", what: "Subject", agency: "Agency", deadline: "Deadline", yourState: "Your answer",
    tabs: { waiting: "To answer", answered: "Answered", past: "Past" },
    nothing: { waiting: "No requests to answer", answered: "No answered request waits for its deadline", past: "No past requests" },
    nothingBody: "We mail you when one comes.",
    left: (units: Units) => `${units.map(({ unit, count }) => `${count} ${EN_UNITS[unit]}${count === 1 ? "" : "s"}`).join(" ")} left`,
    standing: { NEW: "New", READ: "Read", ANSWERED: "Answered", DECLINED: "Declined", WITHDRAWN: "Withdrawn", UNANSWERED: "Not answered", DECIDING: "Agency is choosing", CHOSEN: "Chosen", NOT_CHOSEN: "Not chosen", CANCELED: "Cancelled" },
    outcome: {
      DECLINED: "You declined this request.", WITHDRAWN: "It closed after you withdrew your quote.", UNANSWERED: "It closed without your answer.", DECIDING: "It has closed. The agency is choosing a quote.", CHOSEN: "The agency chose your quote.",
      NOT_CHOSEN: "The agency chose another quote.", CANCELED: "The agency cancelled this request.",
    },
    declinedOpen: "You declined this request. You can still answer until the deadline.", withdrawnOpen: "You withdrew your quote. You can send another until the deadline.", until: (when: string) => `until ${when}`,
    mine: "Your quote", sealed: "Nobody sees other enterprises' answers, and the agency sees no price before the deadline. You may change yours until then.",
    goods: "Sold as", goodsHint: "The order comes in as this listing; its tax kind counts.", pickGoods: "Choose a listing", noGoods: "You sell nothing in the public channel yet. List something there first.",
    search: "Find a listing", searchHint: "You have many listings, so only some are shown. Find others by name or code.", searchDo: "Find", searchFor: (item: string) => `${item}: find a listing`,
    hits: (words: string, count: number) => `“${words}”: ${count} found. Choose one above.`, noHits: (words: string) => `Nothing is called “${words}”. Only goods sold in the public channel are found.`,
    price: "Unit price (with VAT)", remark: "Remark", deliveryDays: "Days from order to delivery", deliveryFee: "Delivery charge (with VAT)", valid: "Valid until", remarks: "Anything else",
    calculate: "Add up", submit: "Send the quote", resubmit: "Replace the quote", busy: "One moment…",
    sums: "What the agency will see", item: "Item", supply: "Supply amount", tax: "VAT", sum: "Total", delivery: "Delivery charge", all: "In all", notSent: "It is not sent yet.", allIn: (won: string) => `${won} in all, with delivery`,
    kinds: { TAXABLE: "taxable", ZERO_RATED: "zero-rated", EXEMPT: "exempt" },
    named: (at: number, name: string) => `item ${at} (${name})`,
    faults: {
      priceMissing: (item: string) => `Please enter the unit price of ${item}.`, priceWrong: (item: string) => `The unit price of ${item} must be whole won from 0 to 1,000,000,000, e.g. 12,000.`, goodsMissing: (item: string) => `Please choose as what ${item} is sold.`,
      goodsGone: (item: string) => `What was chosen for ${item} is not on sale in the public channel now. Please choose again.`, remarkLong: (item: string) => `The remark of ${item} can have 200 letters.`, deliveryWrong: () => "The delivery charge must be whole won from 0 to 1,000,000,000. Leave it empty if there is none.",
      daysMissing: () => "Please enter in how many days you deliver after the order.", daysWrong: () => "The days until delivery must be a number.", validMissing: () => "Please choose until when the quote is valid.",
    },
    questionMissing: "Please write your question.", reasonMissing: "Please say why you decline.", fileMissing: "Please choose a file.", late: "Answers are not taken any more, so this was not sent. What you typed is kept below.",
    lateTitle: "What was not sent", lateBody: "If the agency moves the deadline you can send it again. Copy it if you need it.",
    withdraw: "Withdraw the quote", withdrawBody: "Once withdrawn, the agency can neither see nor choose this quote. You can send a new one until the deadline. After the deadline a quote cannot be withdrawn.", withdrawDo: "Withdraw it",
    decline: "Decline", declineBody: "This tells the agency that you will not quote. You can still answer until the deadline, but the request closes at once when everybody has answered or declined.", declineReason: "Why", declineHint: "The agency reads it.", back: "Not now",
    replaced: "replaced", withdrawn: "withdrawn", chosen: "chosen", standingTag: "your quote", paper: "Quote", split: (supply: string, tax: string) => `supply ${supply} · VAT ${tax}`, withDelivery: (won: string) => `with ${won} for delivery`,
    terms: "What was asked", contact: "Contact", place: "Place of delivery", deliverBy: "Deliver by", requestPaper: "Request for quotes",
    files: "Files", filesHint: "PDF, JPG or PNG, five at most. The agency sees them after the deadline.", file: "File", addFile: "Add the file", remove: "Remove", fileAgain: "Please choose the file again.",
    questions: "Questions", noQuestions: "No questions yet.", questionHint: "All who were asked read it; who asked is not told.", yourQuestion: "Question", askDo: "Send the question", you: "yours", waitingAnswer: "Not answered yet.",
    done: { submitted: "Your quote is in.", withdrawn: "Your quote is withdrawn.", declined: "Declined. You can still answer until the deadline.", asked: "Your question is sent. We tell you when it is answered.", file: "The files were changed." }, unsent: "What you typed is not sent yet.",
  },
});

export const useAskedWords = () => askedWords(useLanguage());
