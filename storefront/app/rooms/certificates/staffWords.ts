import { defineMessages } from "~/lib/i18n/index.ts";

export const checkWords = defineMessages({
  ko: {
    title: "인증서 확인", lead: "확인하면 그 순간부터 표시와 검색 조건, 계약의 길이 열려요.", tabs: { WAITING: "확인할 것", EXPIRING: "곧 끝남", VALID: "유효", EXPIRED: "끝남", RETURNED: "돌려보냄", REVOKED: "취소" } as Record<string, string>, standings: "상태",
    search: "번호, 기업 이름, 사업자등록번호", find: "찾기", enterprise: "기업", certificate: "인증서", number: "번호", since: "올린 날", valid: "유효 기한", noEnd: "기한 없음", renewal: "갱신", sameNumber: "같은 번호 있음", own: "내 기업", next: "다음", none: "확인할 인증서가 없어요", noneElse: "여기에 해당하는 인증서가 없어요", noneBody: "새로 올라오면 여기에 보여요.",
    done: { verify: "확인했어요. 지금부터 쓰여요.", reject: "돌려보냈어요. 기업에 까닭을 알렸어요.", revoke: "취소했어요. 표시와 검색 조건, 계약의 길이 모두 닫혔어요." } as Record<string, string>,
    paper: "서류", typed: "기업이 적은 내용", registered: "등록된 기업", legalName: "상호", representative: "대표자", businessNumber: "사업자등록번호", address: "주소", marksNow: "지금 보이는 표시", noMarks: "없음",
    register: (name: string) => `${name}의 공개 목록에서 찾아보기`, noRegister: "이 종류는 아는 공개 목록이 없어요. 발급 기관에 물어봐 주세요.", elsewhere: "같은 종류와 번호를 가진 다른 기업이 있어요.", ownNote: "내가 속한 기업이나 내가 올린 인증서라 다른 담당자가 확인해야 해요.",
    decide: "결정", appears: "확인하면 생기는 것", goes: "취소하면 사라지는 것", badge: (name: string) => `상품과 기업 페이지의 ‘${name}’ 표시와 검색 조건`, preBadge: (name: string) => `‘${name}’ 점선 표시 (인증 표시 아님)`, noWays: "수의계약의 길에는 변화가 없어요.",
    verify: "확인했어요", reject: "돌려보내기", revoke: "인증 확인 취소하기", reason: "까닭", reasonHint: "기업이 그대로 읽어요. 무엇을 고치면 되는지 적어 주세요.", revokeHint: "기업이 그대로 읽어요. 취소하면 되돌릴 수 없고, 새로 올려야 해요.", revokeOpen: "인증 확인 취소", replaces: "이 인증서를 대신해요", busy: "저장하는 중…",
  },
  en: {
    title: "Certificates to check", lead: "Once checked, mark, search filter and ways of contracting open at that moment.", tabs: { WAITING: "To check", EXPIRING: "Ends soon", VALID: "Valid", EXPIRED: "Ended", RETURNED: "Sent back", REVOKED: "Revoked" } as Record<string, string>, standings: "Standing",
    search: "Number, enterprise, business number", find: "Find", enterprise: "Enterprise", certificate: "Certificate", number: "Number", since: "Handed in", valid: "Valid until", noEnd: "No end", renewal: "renewal", sameNumber: "same number elsewhere", own: "your own", next: "Next", none: "Nothing to check", noneElse: "No certificates stand like this", noneBody: "What is handed in shows up here.",
    done: { verify: "Checked. It counts from now on.", reject: "Sent back; the enterprise has been told why.", revoke: "Revoked. Mark, search filter and ways of contracting are gone." } as Record<string, string>,
    paper: "The paper", typed: "What the enterprise typed", registered: "The enterprise as registered", legalName: "Registered name", representative: "Representative", businessNumber: "Business number", address: "Address", marksNow: "Marks shown today", noMarks: "None",
    register: (name: string) => `Look it up in the public register of ${name}`, noRegister: "We know of no public register for this kind. Please ask the authority.", elsewhere: "Other enterprises hold this kind under the same number.", ownNote: "You handed it in or belong to the enterprise: somebody else has to check it.",
    decide: "Decide", appears: "What appears once checked", goes: "What goes when it is revoked", badge: (name: string) => `The mark “${name}” on goods and page, and the search filter`, preBadge: (name: string) => `The dashed mark “${name}” (no mark of certification)`, noWays: "Nothing changes about ways of contracting.",
    verify: "Checked, it is right", reject: "Send back", revoke: "Revoke it", reason: "Why", reasonHint: "The enterprise reads this. Say what would mend it.", revokeHint: "The enterprise reads this. It cannot be undone: a new paper has to be handed in.", revokeOpen: "Revoke", replaces: "Takes the place of", busy: "Saving…",
  },
});
