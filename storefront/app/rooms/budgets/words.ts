import { defineMessages } from "~/lib/i18n/index.ts";

const s = (count: number, word: string) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

export const budgetWords = defineMessages({
  ko: {
    title: "예산", lead: (year: number) => `${year} 회계연도 · 금액은 부가세를 포함한 원`, year: "회계연도", department: "부서", everybody: "모든 부서", whole: "기관 전체", search: "과목 찾기", searchHint: "통계목, 사업, 회계", find: "보기", closedOnes: "닫은 과목", openOnes: "쓰는 과목",
    totals: "합계", lines: (count: number) => `과목 ${count.toLocaleString("ko")}개`, line: "예산과목", appropriated: "예산현액", held: "품의 중", committed: "원인행위", spent: "지출", left: "잔액", account: "회계", project: "세부사업", code: "통계목코드", name: "통계목명", share: "집행",
    none: "예산과목이 없어요", noneBody: "엑셀로 올리거나 하나씩 더할 수 있어요.", noneFound: "찾는 과목이 없어요", noneFoundBody: "연도나 부서를 바꾸거나 검색어를 줄여 보세요.", noneReader: "예산 담당자가 올리면 여기에서 볼 수 있어요.", next: "다음 과목",
    toImport: "엑셀로 올리기", download: "엑셀로 받기", add: "과목 더하기", addHead: "예산과목 더하기", amount: "예산현액 (원)", amountHint: "이미 쓴 금액보다 작을 수 없어요.", note: "왜 (선택)", noteHint: "변동 내역에 남아요. 예: 제1회 추경", save: "저장", close: "과목 닫기", closeHead: "이 과목을 닫을까요?", closeBody: "닫으면 새 품의에서 고를 수 없어요. 이미 잡힌 금액은 그대로 발주하고 지급할 수 있고, 언제든 다시 열 수 있어요.", reopen: "다시 열기", closed: "닫힘",
    change: "고치기", okAdded: "과목을 더했어요.", okChanged: "고친 내용을 저장했어요.", badAmount: "0 이상의 원 단위 숫자로 적어 주세요.", back: "예산", moves: "변동 내역", movesNone: "아직 변동이 없어요", when: "때", what: "내용", who: "누가", nextMoves: "지난 변동", market: "이음",
    kinds: { REQUEST: "구매", IMPORT: "엑셀", EDIT: "고침", OTHER: "변동" } as Record<string, string>, toRequest: "품의 보기", of: "부서", example: "예: 201-01",
    importTitle: "예산 올리기", importLead: "엑셀로 한 번에 올려요. 올리기 전에 무엇이 바뀌는지 먼저 보여 드려요.", file: "엑셀 파일", fileHint: "회계연도, 부서, 회계, 세부사업, 통계목코드, 통계목명, 예산현액 열. 10 MB, 2,000행까지.", check: "확인하기", checking: "확인하는 중…", template: "양식 받기", fileMissing: "엑셀 파일을 골라 주세요.", tooLarge: "파일이 너무 커요. 10 MB까지예요.",
    outcomes: { WRONG: "고칠 행", NEW: "새 과목", CHANGED: "바뀌는 과목", UNCHANGED: "그대로" } as Record<string, string>, all: "모두", state: "상태", row: "행", before: "지금", after: "올린 뒤", apply: (count: number) => `${count.toLocaleString("ko")}개 과목 반영하기`, nothing: "바뀌는 것이 없어요", nothingBody: "파일의 모든 과목이 지금과 같아요.",
    wrongHead: (count: number) => `고칠 행이 ${count}개 있어요.`, wrongBody: "예산은 한꺼번에만 반영해요. 아래 행을 고쳐서 다시 올려 주세요.", okApply: "예산을 반영했어요.", okUndo: "반영한 것을 되돌렸어요.", undo: "되돌리기", undoHead: "이 파일로 반영한 것을 되돌릴까요?", undoBody: "바뀐 과목은 예전 금액으로, 새 과목은 0원으로 닫아요. 그 사이에 쓴 과목이 있으면 되돌리지 않아요.",
    runs: "올린 파일", runsNone: "아직 올린 파일이 없어요", states: { CHECKED: "반영 전", APPLIED: "반영함", UNDONE: "되돌림" } as Record<string, string>, rowsCount: (count: number) => `${count.toLocaleString("ko")}행`, most: (count: number) => `${count}행까지 보여 드려요.`,
  },
  en: {
    title: "Budgets", lead: (year) => `Fiscal year ${year} · won, VAT included`, year: "Fiscal year", department: "Department", everybody: "All departments", whole: "Whole agency", search: "Find a line", searchHint: "Code, project, account", find: "Show", closedOnes: "Closed lines", openOnes: "Lines in use",
    totals: "Total", lines: (count) => s(count, "line"), line: "Budget line", appropriated: "Appropriated", held: "In approval", committed: "Ordered", spent: "Paid", left: "Left", account: "Account", project: "Project", code: "Code", name: "Name", share: "Used",
    none: "No budget lines yet", noneBody: "Upload a workbook, or add them one by one.", noneFound: "No line was found", noneFoundBody: "Choose another year or department, or search for less.", noneReader: "You will see them here once those who keep the budget have entered them.", next: "More lines",
    toImport: "Upload a workbook", download: "Download", add: "Add a line", addHead: "Add a budget line", amount: "Appropriated (won)", amountHint: "Never less than what is used.", note: "Why (optional)", noteHint: "Kept with the movements, e.g. first supplementary budget.", save: "Save", close: "Close the line", closeHead: "Close this line?", closeBody: "New requests cannot choose it any more. What is held can still be ordered and paid, and the line can be opened again.", reopen: "Open again", closed: "Closed",
    change: "Change", okAdded: "The line was added.", okChanged: "Your changes were saved.", badAmount: "Enter whole won, 0 or more.", back: "Budgets", moves: "Movements", movesNone: "Nothing moved yet", when: "When", what: "What", who: "Who", nextMoves: "Earlier movements", market: "Ieum",
    kinds: { REQUEST: "Purchase", IMPORT: "Workbook", EDIT: "Change", OTHER: "Movement" }, toRequest: "See the request", of: "Department", example: "e.g. 201-01",
    importTitle: "Upload budgets", importLead: "All lines at once from a workbook. You see what would change before anything does.", file: "Workbook", fileHint: "Columns 회계연도, 부서, 회계, 세부사업, 통계목코드, 통계목명, 예산현액. At most 10 MB and 2,000 rows.", check: "Check", checking: "Checking…", template: "Get the template", fileMissing: "Choose a workbook.", tooLarge: "The file is too large; 10 MB at most.",
    outcomes: { WRONG: "To mend", NEW: "New", CHANGED: "Changed", UNCHANGED: "Unchanged" }, all: "All", state: "State", row: "Row", before: "Now", after: "Afterwards", apply: (count) => `Apply ${s(count, "line")}`, nothing: "Nothing changes", nothingBody: "Every line of the file says what is there already.",
    wrongHead: (count) => `${s(count, "row")} to mend.`, wrongBody: "A budget is applied as a whole or not at all. Mend the rows below and upload the file again.", okApply: "The budget was applied.", okUndo: "The upload was undone.", undo: "Undo", undoHead: "Undo what this file changed?", undoBody: "Changed lines get their former amounts, new ones are closed at 0 won. Nothing is undone if a line was used meanwhile.",
    runs: "Uploaded files", runsNone: "Nothing was uploaded yet", states: { CHECKED: "Not applied", APPLIED: "Applied", UNDONE: "Undone" }, rowsCount: (count) => s(count, "row"), most: (count) => `The first ${count} rows are shown.`,
  },
});
