import { useLanguage } from "~/lib/i18n/index.ts";
import { AgencyPage, Nothing } from "~/rooms/desk/DeskFrame.tsx";
import { agencyWords } from "./words.ts";

/** A page of the desk whose work is still to come. */
export function Soon({ title }: { title: string }) {
  const t = agencyWords(useLanguage());
  return (
    <AgencyPage title={title}>
      <Nothing head={t.soon}>{t.soonBody}</Nothing>
    </AgencyPage>
  );
}
