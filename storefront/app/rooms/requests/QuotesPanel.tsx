import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { BarFill } from "~/ui/BarFill.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { compareGroups, type Compared, type QuoteRow } from "./compare.ts";
import { requestWords } from "./words.ts";

export interface AttachedQuote extends Compared {
  vendor: string;
  validUntil: string;
  paperId: string | null;
}

function Row({ row: { quote, isChosen, isLowest, percent } }: { row: QuoteRow<AttachedQuote> }) {
  const language = useLanguage();
  const t = requestWords(language);
  const tag = isChosen ? (isLowest ? t.chosenLowest : t.chosen) : isLowest ? t.lowest : "";
  return (
    <div className={isChosen ? "q on" : "q"}>
      <b>
        <Local text={quote.vendor} />
        <small>{t.validUntil(formatDate(quote.validUntil, language))}</small>
      </b>
      <span className="r">{formatNumber(quote.gross)}</span>
      <div className="bar" aria-hidden="true">
        <BarFill percent={percent} />
      </div>
      <span>
        {tag ? <span className={isChosen ? "tag acc" : "tag"}>{tag}</span> : null}{" "}
        {quote.paperId ? <Link className="link sm" to={`/agency/papers/${encodeURIComponent(quote.paperId)}`} aria-label={`${t.quotePaper}: ${quote.vendor} ${quote.number}`}>{t.quotePaper}</Link> : null}
      </span>
    </div>
  );
}

/** The quotes that were attached: those asked for together side by side, and why not the lowest. */
export function QuotesPanel({ quotes, chosenNumbers, reason }: { quotes: readonly AttachedQuote[]; chosenNumbers: readonly string[]; reason: string }) {
  const t = requestWords(useLanguage());
  if (!quotes.length) return null;
  return (
    <Panel title={t.quotes} count={quotes.length} flush>
      <div className="cq">
        {compareGroups(quotes, new Set(chosenNumbers)).map((group) => (
          <div key={group[0]?.quote.id} className="group">
            {group.map((row) => (
              <Row key={row.quote.id} row={row} />
            ))}
          </div>
        ))}
        {reason ? <Notice kind="plain" head={t.whyNotLowest}><Local text={reason} /></Notice> : null}
      </div>
    </Panel>
  );
}
