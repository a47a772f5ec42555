import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { defineVoices, useVoice } from "~/rooms/cart/voice.ts";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";

const words = defineVoices({
  ko: {
    now: (until: string) => `${until}까지 쉬어요.`, nowBody: "쉬는 동안에는 살 수 없어요.", ahead: (from: string, until: string) => `${from}부터 ${until}까지 쉬어요.`, aheadBody: "그 전에 주문하면 약속한 날에 보내 드려요.",
    recheck: "변경 확인 중", recheckBody: "이름, 대표자, 주소나 조직 형태가 바뀌어 인증서를 다시 확인하고 있어요.",
  },
  formal: {
    now: (until) => `${until}까지 휴무입니다.`, nowBody: "휴무 기간에는 주문하실 수 없습니다.", ahead: (from, until) => `${from}부터 ${until}까지 휴무입니다.`, aheadBody: "그 전에 주문하시면 약속한 날에 발송합니다.",
    recheckBody: "상호, 대표자, 소재지 또는 조직 형태가 변경되어 인증서를 다시 확인하고 있습니다.",
  },
  en: {
    now: (until) => `On holiday until ${until}.`, nowBody: "Nothing can be bought meanwhile.", ahead: (from, until) => `On holiday from ${from} until ${until}.`, aheadBody: "What is ordered before is sent as promised.",
    recheck: "Change being checked", recheckBody: "Name, representative, place or form has changed; the certificates are being looked at again.",
  },
});

export interface Resting {
  holiday: { startsOn: string; endsOn: string; note: string; isNow: boolean } | null;
}

export const isResting = (vendor: Resting): boolean => vendor.holiday?.isNow ?? false;

/** Holidays that are under way or to come, with what the enterprise says about them. */
export function HolidayNote({ vendor: { holiday } }: { vendor: Resting }) {
  const t = useVoice(words);
  const language = useLanguage();
  if (!holiday) return null;
  const [from, until] = [formatDate(holiday.startsOn, language), formatDate(holiday.endsOn, language)];
  return (
    <Notice kind={holiday.isNow ? "warn" : "info"} head={holiday.isNow ? t.now(until) : t.ahead(from, until)}>
      {holiday.note ? <Local text={holiday.note} /> : null} {holiday.isNow ? t.nowBody : t.aheadBody}
    </Notice>
  );
}

/** Certificates keep counting while a change is checked, and the reader knows that it is. */
export function RecheckNote({ vendor }: { vendor: { isBeingRechecked: boolean; certificates: readonly unknown[] } }) {
  const t = useVoice(words);
  if (!vendor.isBeingRechecked || !vendor.certificates.length) return null;
  return (
    <Notice kind="info" head={t.recheck}>
      {t.recheckBody}
    </Notice>
  );
}
