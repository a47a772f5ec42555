import type { PurchaseTrailActionEnum } from "~/gql/operations";
import { defineMessages } from "~/lib/i18n/index.ts";

type Said = Record<PurchaseTrailActionEnum, string>;

const ko: Said = {
  SUBMITTED: "결재 올림", RESUBMITTED: "다시 올림", APPROVED_STEP: "승인", LINES_REJECTED: "품목 반려", SENT_BACK: "보완 요청", REJECTED: "반려", WITHDRAWN: "취하", HANDED_OVER: "업무 인계", LAPSED: "유지 기간 끝남", CAMPAIGN_ENDED: "기획전이 끝남", VENDOR_STOPPED: "기업이 판매를 멈춤",
  APPROVED: "최종 승인", ORDERED: "발주", VENDOR_ACCEPTED: "기업이 발주를 수락함", CHANGE_PROPOSED: "기업이 변경을 제안함", CHANGE_AGREED: "변경에 동의", CHANGE_REFUSED: "변경을 거절", CHANGE_WITHDRAWN: "변경 제안을 거둠", ORDER_CANCELED: "발주 취소", VENDOR_CANCELED: "기업이 취소함",
  PAPER_ISSUED: "문서 발행", FOLDER_READ: "전체 서류 내려받음",
};
const en: Said = {
  SUBMITTED: "put it up for approval", RESUBMITTED: "put it up again", APPROVED_STEP: "approved", LINES_REJECTED: "rejected items", SENT_BACK: "sent it back", REJECTED: "rejected it", WITHDRAWN: "withdrew it", HANDED_OVER: "took it over", LAPSED: "Its terms were no longer held", CAMPAIGN_ENDED: "A campaign ended", VENDOR_STOPPED: "An enterprise stopped selling",
  APPROVED: "Approved by all", ORDERED: "Ordered", VENDOR_ACCEPTED: "accepted the order", CHANGE_PROPOSED: "proposed a change", CHANGE_AGREED: "agreed to the change", CHANGE_REFUSED: "refused the change", CHANGE_WITHDRAWN: "took the proposal back", ORDER_CANCELED: "cancelled the order", VENDOR_CANCELED: "The enterprise cancelled",
  PAPER_ISSUED: "Paper issued", FOLDER_READ: "downloaded the folder",
};

export const trailWords = defineMessages({ ko: { did: ko }, en: { did: en } });
