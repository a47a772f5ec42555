import type { PurchaseOrderStatusEnum } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { PurchaseNote } from "./purchasedesk.server.ts";
import { usePurchaseWords } from "./words.ts";

const TAGS: Record<PurchaseOrderStatusEnum, string> = { ISSUED: "tag acc", CHANGE_PROPOSED: "tag warn", ACCEPTED: "tag ok", CANCELED: "tag" };

export const purchasePath = (id: string, more = ""): string => `/vendor/purchase-orders/${encodeURIComponent(id)}${more}`;

export function PurchaseTag({ status }: { status: PurchaseOrderStatusEnum }) {
  return <span className={TAGS[status]}>{usePurchaseWords().status[status]}</span>;
}

export function Won({ amount }: { amount: number }) {
  return <>{formatWon(amount, useLanguage())}</>;
}

const KINDS = { ISSUED: "warn", CHANGE_PROPOSED: "info", ACCEPTED: "plain", CANCELED: "plain" } as const;

/** On the order's page: that an agency's purchase order stands behind it, and whether that still waits. */
export function PurchaseNotice({ purchase }: { purchase: PurchaseNote | null }) {
  const t = usePurchaseWords();
  const language = useLanguage();
  if (!purchase) return null;
  return (
    <Notice kind={KINDS[purchase.status]} head={t.noteHead[purchase.status]}>
      <span className="num">{t.noteBody(purchase.number, formatDate(purchase.deliverBy, language))}</span> · <Link className="link" to={purchasePath(purchase.id)}>{t.noteOpen}</Link>
    </Notice>
  );
}
