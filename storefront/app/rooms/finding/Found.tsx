import type { CountedFragment, EstimateFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { findingWords, type FindingWords } from "./words.ts";
import "~/styles/finding.css";

/** The duties of public bodies that an item counts for; those that count certain goods only say so. */
export function Duties({ counted, label }: { counted: readonly CountedFragment[]; label?: boolean }) {
  const t = findingWords(useLanguage());
  if (counted.length === 0) return null;
  return (
    <p className="duties">
      {label ? <span className="duties-l">{t.counts}</span> : null}
      {counted.map(({ scheme, needsItemCheck }) => (
        <span key={scheme.code} className="duty">
          {scheme.shortName}
          {needsItemCheck ? <small> {t.itemCheck}</small> : null}
        </span>
      ))}
    </p>
  );
}

/** When it is there, in a few words; why not, where it cannot be bought so. */
export function arrivalText(estimate: EstimateFragment | null | undefined, t: FindingWords, day: (iso: string) => string): string {
  if (!estimate) return t.none;
  const [obstacle] = estimate.obstacles;
  if (obstacle) return t[obstacle];
  if (!estimate.arrivesOn) return t.none;
  return estimate.isService ? `${t.fromDay(day(estimate.arrivesOn))} · ${t.service}` : t.arrivesBy(day(estimate.arrivesOn));
}

export function Arrival({ estimate }: { estimate: EstimateFragment | null | undefined }) {
  const language = useLanguage();
  return <>{arrivalText(estimate, findingWords(language), (iso) => formatDate(iso, language))}</>;
}

/** "견적 한 곳": how many quotes the easiest lawful way needs; a tender where none is open. */
export const contractText = (ways: readonly { quotes: number; isThroughPlatform: boolean }[], t: FindingWords): string => {
  const [best] = ways;
  if (!best) return t.tender;
  const quotes = best.quotes === 0 ? t.noQuote : best.quotes === 1 ? t.oneQuote : t.moreQuotes(best.quotes);
  return best.isThroughPlatform ? `${quotes} (${t.platform})` : quotes;
};
