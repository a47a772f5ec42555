import type { PurchaseRequestStatusEnum } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { requestWords } from "./words.ts";

const TAGS: Record<PurchaseRequestStatusEnum, string> = {
  DRAFT: "tag", IN_APPROVAL: "tag acc", SENT_BACK: "tag warn", LAPSED: "tag warn", APPROVED: "tag ok", REJECTED: "tag bad", WITHDRAWN: "tag", CANCELED: "tag bad",
};

export function StatusTag({ status }: { status: PurchaseRequestStatusEnum }) {
  return <span className={TAGS[status]}>{requestWords(useLanguage()).status[status]}</span>;
}
