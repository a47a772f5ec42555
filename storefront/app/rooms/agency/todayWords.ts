import { defineMessages } from "~/lib/i18n/index.ts";

const n = (value: number) => value.toLocaleString("ko-KR");
const s = (count: number, word: string) => `${n(count)} ${word}${count === 1 ? "" : "s"}`;

/** What the desk's first page says. */
export const todayWords = defineMessages({
  ko: {
    title: (who: string) => `${who}을 기다리는 일`, calm: (who: string) => `${who}, 지금 기다리는 일은 없어요`,
    year: (department: string, year: number) => `${department} ${year} 회계연도`, find: "품목 찾기", ask: "견적 요청",
    decide: "결재할 품의", decideToday: (count: number) => `오늘 안에 ${n(count)}건`, decideBy: (day: string) => `${day}까지`, decideNone: "기다리는 결재가 없어요",
    choose: "고를 견적", chooseNone: "고를 견적이 없어요", chooseSome: "답을 견주어 보세요", waiting: "답을 기다리는 견적", waitingBy: (day: string) => `답변 마감 ${day}`, waitingNone: "보낸 요청이 없어요",
    changes: "발주 변경 제안", changesNone: "받은 제안이 없어요", changesSome: "납기나 수량을 확인해 주세요", mend: "고쳐 올릴 품의", mendSome: "돌아왔거나 기간이 끝났어요", running: "결재 중인 내 품의",
    actingFor: (name: string, until: string) => `${name} 대신 결재해요, ${until}까지.`, deputy: (name: string, until: string) => `${name} 님이 대신 결재해요, ${until}까지.`, deputies: "대결 보기",
    past: "지난 결재", decideIt: "결재하기", decideOf: (title: string) => `${title} 결재하기`, quotes: (count: number) => (count ? `견적 ${n(count)}곳` : "견적 없음"), held: "값·재고 유지", number: (number: string) => `품의 ${number}`,
    noneToDecide: "결재할 품의가 없어요", noneToDecideBody: "새 품의가 올라오면 여기와 메일로 알려드려요.",
    chooseTitle: "견적 고르기", answered: (done: number, all: number) => `${n(all)}곳 가운데 ${n(done)}곳 답함`, compare: "비교하기", compareOf: (title: string) => `${title} 견적 비교하기`, allQuotes: "견적 요청 모두",
    mendIt: "고치기", mendOf: (title: string) => `${title} 고치기`,
    budget: "예산", allBudgets: "모두", noBudget: "올해 예산이 아직 없어요", noBudgetBody: "예산을 넣으면 품의할 때 잔액을 보여드려요.", importBudget: "예산 올리기",
    mineTitle: "내가 올린 품의", begin: "새 구매를 시작해 보세요", beginBody: "품목을 찾아 담고 견적을 받거나 바로 품의를 올릴 수 있어요.",
  },
  en: {
    title: (who) => `Waiting for ${who}:`, calm: (who) => `${who}, nothing waits for you`,
    year: (department, year) => [department, `fiscal year ${year}`].filter(Boolean).join(" · "), find: "Find items", ask: "Ask for quotes",
    decide: "Requests to decide", decideToday: (count) => `${n(count)} end today`, decideBy: (day) => `by ${day}`, decideNone: "No request waits for you",
    choose: "Quotes to choose", chooseNone: "Nothing to choose", chooseSome: "Compare the answers", waiting: "Quotes awaited", waitingBy: (day) => `answers by ${day}`, waitingNone: "None was asked for",
    changes: "Changes proposed", changesNone: "None was proposed", changesSome: "Check days and pieces", mend: "Requests to mend", mendSome: "Sent back, or no longer held", running: "My requests in approval",
    actingFor: (name, until) => `You decide for ${name} until ${until}.`, deputy: (name, until) => `${name} decides for you until ${until}.`, deputies: "Deputies",
    past: "Past decisions", decideIt: "Decide", decideOf: (title) => `Decide: ${title}`, quotes: (count) => (count ? s(count, "quote") : "no quote"), held: "Terms held until", number: (number) => `Request ${number}`,
    noneToDecide: "No request waits for your decision", noneToDecideBody: "New ones appear here and in your mail.",
    chooseTitle: "Quotes to choose", answered: (done, all) => `${n(done)} of ${n(all)} answered`, compare: "Compare", compareOf: (title) => `Compare the quotes: ${title}`, allQuotes: "All requests for quotes",
    mendIt: "Mend", mendOf: (title) => `Mend: ${title}`,
    budget: "Budget", allBudgets: "All", noBudget: "No budget for this year yet", noBudgetBody: "With a budget, requests show what is left.", importBudget: "Import a budget",
    mineTitle: "My requests", begin: "Start a purchase", beginBody: "Find items, then ask for quotes or put them up for approval at once.",
  },
});
