import { useLanguage } from "~/lib/i18n/index.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { staffWords } from "~/rooms/staff/words.ts";
import { StaffPage, Nothing } from "~/rooms/desk/DeskFrame.tsx";

export default function AgencyPage() {
  const language = useLanguage();
  const t = agencyWords(language);
  return (
    <StaffPage title={staffWords(language).agencies}>
      <Nothing head={t.soon}>{t.soonBody}</Nothing>
    </StaffPage>
  );
}
