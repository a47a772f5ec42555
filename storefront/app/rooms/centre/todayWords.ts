import { defineMessages } from "~/lib/i18n/index.ts";

/** The centre's first page. */
export const todayWords = defineMessages({
  ko: {
    toSendToday: (count: string) => `오늘 보낼 주문이 ${count}건 있어요`, nothingToday: "오늘 보낼 주문이 없어요", welcome: (name: string) => `${name}, 반가워요`, welcomeLead: "첫 판매까지 할 일을 모았어요. 하나씩 하면 돼요.",
    late: (count: string) => `기한이 지난 주문 ${count}건을 먼저 보내 주세요`, later: (count: string) => `기한이 남은 주문 ${count}건`, calm: "새 주문이 들어오면 메일로 알려 드려요",
    toOrders: "주문 모두 보기", addListing: "상품 올리기",
    month: "이번 달 판매", monthNone: "이번 달에는 아직 판매가 없어요", won: "원", monthOrders: (count: string) => `주문 ${count}건`, toSend: "보낼 주문", lateCount: (count: string) => `기한 지남 ${count}건`, todayCount: (count: string) => `오늘까지 ${count}건`, inTime: "모두 기한이 남았어요", noneToSend: "보낼 것이 없어요",
    returns: "답할 반품", underWay: (count: string) => `돌아오는 중 ${count}건`, noReturns: "들어온 신청이 없어요", review: "심사 중", back: (count: string) => `${count}건이 돌아왔어요`, noneBack: "돌아온 상품이 없어요",
    due: "먼저 보낼 주문", dueNone: "보낼 주문이 없어요", dueNoneBody: "새 주문이 들어오면 여기에 보여요.",
    returned: "다시 봐 주세요", allReturned: "모두", mend: "고치기", mendOf: (name: string) => `${name} 고치기`, cameBack: (when: string) => `${when} 돌아옴`, newListing: "새 상품", change: "바꾼 것", noReason: "까닭은 눌러서 볼 수 있어요.",
    sales: "판매", salesNote: "최근 12주, 원", toInsight: "판매 분석",
    begin: "첫 판매까지", beginNote: (done: number, all: number) => `${all}가지 중 ${done}가지 했어요`, done: "했어요", todo: "아직이에요",
    steps: {
      profile: ["기업 소개 채우기", "어떤 일을 하는 기업인지 세 문장이면 충분해요."], delivery: ["배송 조건 확인", "배송비와 보내는 데 걸리는 날, 택배사를 적어요."], certificates: ["인증서 올리기", "사회적기업·여성기업 같은 표시와 수의계약 길이 열려요."],
      listing: ["첫 상품 올리기", "이름, 값, 사진 한 장으로 시작해요."], review: ["심사 요청", "보통 1~2일 안에 답을 드려요."], members: ["담당자 초대", "함께 일하는 사람이 있으면 불러요. 혼자라면 건너뛰어도 돼요."],
    },
    go: "하기", goOf: (step: string) => `${step}: 하러 가기`, allDone: "준비가 끝났어요. 이제 첫 주문을 기다리면 돼요.",
  },
  en: {
    toSendToday: (count) => `Orders to send today: ${count}`, nothingToday: "Nothing to send today", welcome: (name) => `Welcome, ${name}`, welcomeLead: "Here is what leads to the first sale, step by step.",
    late: (count) => `${count} are late: please send them first`, later: (count) => `${count} more are due later`, calm: "We send a mail when a new order comes",
    toOrders: "All orders", addListing: "New listing",
    month: "Sales this month", monthNone: "nothing was sold this month yet", won: "₩", monthOrders: (count) => `${count} orders`, toSend: "To send", lateCount: (count) => `${count} late`, todayCount: (count) => `${count} due today`, inTime: "none is due today", noneToSend: "nothing to send",
    returns: "Returns to answer", underWay: (count) => `${count} on the way back`, noReturns: "nobody asked", review: "Under review", back: (count) => `${count} came back`, noneBack: "none came back",
    due: "To send first", dueNone: "Nothing to send", dueNoneBody: "New orders show up here.",
    returned: "Please look again", allReturned: "All", mend: "Mend", mendOf: (name) => `Mend ${name}`, cameBack: (when) => `came back ${when}`, newListing: "New listing", change: "Change", noReason: "Open it to see why.",
    sales: "Sales", salesNote: "last 12 weeks, won", toInsight: "More figures",
    begin: "Towards the first sale", beginNote: (done, all) => `${done} of ${all} done`, done: "done", todo: "to do",
    steps: {
      profile: ["Introduce the enterprise", "Three sentences about what you do are enough."], delivery: ["Check the delivery terms", "What delivery costs, how soon you send, and by whom."], certificates: ["Add certificates", "They show as badges and open ways of contracting."],
      listing: ["Enter the first product", "A name, a price and one picture to begin with."], review: ["Ask for the review", "We usually answer within one or two days."], members: ["Invite colleagues", "If you work together. Leave it out if you are alone."],
    },
    go: "Do it", goOf: (step) => `${step}: do it now`, allDone: "All is ready. Now the first order may come.",
  },
});
