import { defineMessages } from "~/lib/i18n/index.ts";

export const lineWords = defineMessages({
  ko: {
    title: "결재선", lead: "금액과 부서마다 누가 어떤 순서로 결재하는지 정해요. 부서 결재선이 기관 결재선보다, 좁은 금액 구간이 넓은 구간보다 먼저예요.", add: "결재선 더하기", edit: "고치기", editOf: (name: string) => `${name} 고치기`, remove: "지우기", removeOf: (name: string) => `${name} 지우기`,
    none: "결재선이 없어요", noneBody: "결재선이 없으면 품의를 올릴 수 없어요.", everyone: "모든 부서", off: "쓰지 않음", all: "모든 금액", range: (above: string, upTo: string) => (above && upTo ? `${above} 초과 ${upTo}까지` : above ? `${above} 초과` : `${upTo}까지`), gone: "결재할 수 없는 사람이에요. 바꿔 주세요.",
    newLine: "새 결재선", editLine: "결재선 고치기", name: "이름", nameHint: "예: 200만원까지", department: "부서", above: "이 금액을 넘으면 (원)", upTo: "이 금액까지 (원)", amountHint: "부가세 포함. 비우면 제한이 없어요.", active: "이 결재선을 써요",
    places: "결재 순서", placesHint: "같은 단계에 있는 사람은 함께 결재해요. 모두 승인해야 다음 단계로 가요. 필요 없는 줄은 비워 두세요.", stage: "단계", stageOf: (at: number) => `${at}번째 줄 단계`, member: "사람", memberOf: (at: number) => `${at}번째 줄 사람`, label: "할 일", labelOf: (at: number) => `${at}번째 줄 할 일`, labelHint: "검토", choose: "비움", save: "저장", cancel: "그만두기", busy: "저장하는 중…",
    confirm: (name: string) => `‘${name}’ 결재선을 지울까요?`, confirmBody: "이미 올린 품의는 그때의 결재선대로 이어져요.", yes: "지우기", keep: "그대로 두기",
    needName: "이름을 적어 주세요.", needAmount: "금액을 숫자로 적어 주세요.", needRange: "앞의 금액보다 큰 금액을 적어 주세요.", needSomebody: "결재할 사람을 한 명 이상 골라 주세요.", needStage: "단계를 1부터 99까지 숫자로 적어 주세요.", saved: "결재선을 저장했어요. 앞으로 올리는 품의에 쓰여요.", removed: "결재선을 지웠어요.",
  },
  en: {
    title: "Approval lines", lead: "Who approves in which order, by amount and department. A department's line comes before the agency's, a narrower range before a wider one.", add: "Add a line", edit: "Edit", editOf: (name) => `Edit ${name}`, remove: "Delete", removeOf: (name) => `Delete ${name}`,
    none: "There is no approval line", noneBody: "Without one nothing can be put up for approval.", everyone: "All departments", off: "Not used", all: "Any amount", range: (above, upTo) => (above && upTo ? `over ${above}, up to ${upTo}` : above ? `over ${above}` : `up to ${upTo}`), gone: "May not approve any more. Please replace.",
    newLine: "New approval line", editLine: "Edit the line", name: "Name", nameHint: "E.g. up to 2 million", department: "Department", above: "Over this amount (won)", upTo: "Up to this amount (won)", amountHint: "With VAT. Empty: no limit.", active: "Use this line",
    places: "Order", placesHint: "People of one stage decide side by side; all have to approve. Leave rows empty that you do not need.", stage: "Stage", stageOf: (at) => `Stage of row ${at}`, member: "Who", memberOf: (at) => `Person of row ${at}`, label: "As", labelOf: (at) => `Task of row ${at}`, labelHint: "검토", choose: "Nobody", save: "Save", cancel: "Cancel", busy: "Saving…",
    confirm: (name) => `Delete the line “${name}”?`, confirmBody: "Requests that were put up keep theirs.", yes: "Delete", keep: "Leave it",
    needName: "Give it a name.", needAmount: "Write the amount in digits.", needRange: "Write more than the amount before.", needSomebody: "Choose at least one person.", needStage: "Write a stage from 1 to 99.", saved: "Saved; it counts for requests put up from now on.", removed: "Deleted.",
  },
});
