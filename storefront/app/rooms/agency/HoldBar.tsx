import { cx } from "~/ui/cx.ts";
import { BarFill } from "~/ui/BarFill.tsx";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { holdOf, unitsOf } from "./hold.ts";
import { holdWords } from "./holdWords.ts";

interface Props {
  until: string;
  since?: string | null;
  now: string;
  /** What is held, e.g. "견적가 유지". */
  label: string;
}

/** "2일 3시간 남음", in words. */
export function useTimeLeft(until: string, now: string): string {
  const t = holdWords(useLanguage());
  const { left } = holdOf(until, new Date(now));
  return left ? t.left(unitsOf(left).map(({ unit, count }) => t[unit](count)).join(" ")) : t.over;
}

/** How long terms are still held, as a bar that empties and in words. It counts to a real moment. */
export function HoldBar({ until, since, now, label }: Props) {
  const language = useLanguage();
  const hold = holdOf(until, new Date(now), since);
  const says = useTimeLeft(until, now);
  return (
    <div className={cx("hold num", hold.isPressing && "hot", !hold.left && "off")}>
      {hold.left ? (
        <div className="bar" aria-hidden="true">
          <BarFill percent={hold.percent} />
        </div>
      ) : null}
      <b>{says}</b>
      {label} {formatMoment(until, language)}
    </div>
  );
}
