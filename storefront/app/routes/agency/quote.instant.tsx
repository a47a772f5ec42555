import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { AgencyPage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { instantPath, PaperLink } from "~/rooms/quotes/parts.tsx";
import { actOnInstant, loadInstant } from "~/rooms/quotes/quotes.server.ts";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/quote.instant";
import "~/styles/team.css";
import "~/styles/quotes.css";

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadInstant(context, request, params.id);
export const action = ({ context, request }: Route.ActionArgs) => actOnInstant(context, request);

type Quote = Route.ComponentProps["loaderData"]["quote"];

function Lines({ quote }: { quote: Quote }) {
  const t = useQuoteWords();
  return (
    <>
      <Table
        caption={t.lines}
        rows={quote.lines}
        keyOf={(line) => line.id}
        columns={[
          { head: t.item, isMain: true, cell: (line) => <><Local text={line.name} /><small className="m2"><Local text={[line.specification, line.remark].filter(Boolean).join(" · ")} /></small></> },
          { head: t.quantity, align: "r", cell: (line) => <span className="num">{formatNumber(line.quantity)} {line.unit}</span> },
          { head: t.unitPrice, align: "r", cell: (line) => <span className="num">{formatNumber(line.unitPrice.amount)}</span> },
          { head: t.amount, align: "r", cell: (line) => <span className="num">{formatNumber(line.total.gross.amount)}</span> },
        ]}
      />
      <dl className="tots">
        <div><dt>{t.delivery}</dt><dd>{quote.delivery.gross.amount ? formatNumber(quote.delivery.gross.amount) : t.free}</dd></div>
        <div><dt>{t.supply}</dt><dd>{formatNumber(quote.total.net.amount)}</dd></div>
        <div><dt>{t.tax}</dt><dd>{formatNumber(quote.total.tax.amount)}</dd></div>
        <div className="big"><dt>{t.sum}</dt><dd>{formatNumber(quote.total.gross.amount)}</dd></div>
      </dl>
    </>
  );
}

function Others({ quote, others }: { quote: Quote; others: readonly Quote[] }) {
  const t = useQuoteWords();
  const papers = [quote, ...others].flatMap(({ paper }) => (paper ? [paper.id] : []));
  return (
    <Panel title={t.together} count={others.length} more={<ButtonLink size="s" className="more" to={`/agency/quotes/papers.pdf?ids=${papers.map(encodeURIComponent).join(",")}`}>{t.allPdf}</ButtonLink>}>
      <ul className="quote-papers">
        {others.map((one) => (
          <li key={one.id}>
            <Link className="link" to={instantPath(one.id)}><Local text={one.vendor.name} /></Link> <span className="num">{formatNumber(one.total.gross.amount)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export default function InstantPage({ loaderData, actionData }: Route.ComponentProps) {
  const { quote, others } = loaderData;
  const language = useLanguage();
  const t = useQuoteWords();
  const standing = [quote, ...others].filter((one) => !one.isEnded);
  return (
    <AgencyPage title={quote.title} lead={`${t.quoteOf(quote.number)} · ${quote.vendor.name}`} crumb={<Link to="/agency/quotes?tab=instant">{t.instant}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors} />
      <div className="desk-grid with-aside">
        <div className="col">
          {quote.isEnded ? <Notice kind="warn">{t.ended}</Notice> : null}
          <Panel title={t.lines} count={quote.lines.length} flush><Lines quote={quote} /></Panel>
        </div>
        <div className="col">
          <Panel title={t.paper}>
            <dl className="desk-dl">
              <div className="pair"><dt>{t.validUntil}</dt><dd>{formatDate(quote.validUntil, language)}</dd></div>
              <div className="pair"><dt>{t.vendor}</dt><dd><Local text={quote.vendor.name} /></dd></div>
            </dl>
            {quote.paper ? <p className="quote-issue"><PaperLink side="agency" paper={quote.paper} label={t.pdf} /></p> : null}
          </Panel>
          {others.length ? <Others quote={quote} others={others} /> : null}
          {standing.length ? (
            <Panel title={t.buyAll}>
              <form method="post" className="stack-form">
                {standing.map((one) => <input key={one.id} type="hidden" name="quote" value={one.id} />)}
                <p className="sm sub">{t.buyHint}</p>
                <Button kind="1" name="intent" value="buy" wide><Icon name="cart" size="s" />{t.buy}</Button>
              </form>
            </Panel>
          ) : null}
        </div>
      </div>
    </AgencyPage>
  );
}
