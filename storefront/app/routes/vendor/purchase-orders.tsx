import { useLanguage } from "~/lib/i18n/index.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { centreWords } from "~/rooms/centre/words.ts";
import { CentrePage, Nothing } from "~/rooms/desk/DeskFrame.tsx";

export default function PurchaseOrdersPage() {
  const language = useLanguage();
  const t = agencyWords(language);
  return (
    <CentrePage title={centreWords(language).purchaseOrders}>
      <Nothing head={t.soon}>{t.soonBody}</Nothing>
    </CentrePage>
  );
}
