import type { PurchaseOrderStatusEnum } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { orderWords } from "./words.ts";

const TAGS: Record<PurchaseOrderStatusEnum, string> = { ISSUED: "tag acc", ACCEPTED: "tag ok", CHANGE_PROPOSED: "tag warn", CANCELED: "tag bad" };

export function OrderTag({ status }: { status: PurchaseOrderStatusEnum }) {
  return <span className={TAGS[status]}>{orderWords(useLanguage()).status[status]}</span>;
}

export const orderPath = (id: string, more = ""): string => `/agency/orders/${encodeURIComponent(id)}${more}`;
