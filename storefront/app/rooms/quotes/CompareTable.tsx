import type { ReactNode } from "react";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { paperPath, requestPath } from "./parts.tsx";
import type { Compared, RequestPage } from "./quotes.server.ts";
import { useQuoteWords } from "./words.ts";

type One = Compared["quotes"][number];

function useRows(): { label: string; cell: (one: One) => ReactNode; isSum?: boolean; has?: (one: One) => boolean }[] {
  const language = useLanguage();
  const t = useQuoteWords();
  const won = (amount: number) => <span className="num">{formatNumber(amount)}</span>;
  return [
    { label: t.delivery, cell: ({ quote }) => (quote.delivery.gross.amount ? won(quote.delivery.gross.amount) : t.free) },
    { label: t.supply, cell: ({ quote }) => won(quote.total.net.amount) },
    { label: t.tax, cell: ({ quote }) => won(quote.total.tax.amount) },
    {
      label: t.sum, isSum: true,
      cell: ({ quote, isLowest, aboveLowest, canBeChosen }) => (
        <>
          {won(quote.total.gross.amount)}
          {isLowest ? <small className="low">{t.lowest}</small> : canBeChosen ? <small className="num">{t.more(formatNumber(aboveLowest.amount))}</small> : null}
        </>
      ),
    },
    { label: t.days, cell: ({ quote }) => (quote.deliveryDays === null ? "" : t.dayCount(quote.deliveryDays)) },
    { label: t.validUntil, cell: ({ quote }) => <span className="num">{formatDate(quote.validUntil, language)}</span> },
    { label: t.certificates, has: ({ certificates }) => certificates.length > 0, cell: ({ certificates }) => certificates.join(", ") },
    { label: t.duties, has: ({ duties }) => duties.length > 0, cell: ({ duties }) => duties.join(", ") },
    { label: t.remarks, has: ({ quote }) => quote.remarks !== "", cell: ({ quote }) => <Local text={quote.remarks} /> },
    { label: t.paper, cell: ({ quote }) => (quote.paper ? <Link className="link" to={paperPath("agency", quote.paper.id)} aria-label={`${t.paper} ${quote.number}`}>{t.pdf}</Link> : null) },
  ];
}

function Warnings({ warnings }: Pick<Compared, "warnings">) {
  const t = useQuoteWords();
  if (!warnings.length) return null;
  const say = (pair: Compared["warnings"][number]) => t.warnPair(pair.vendors[0]?.name ?? "", pair.vendors[1]?.name ?? "", pair.shared.map((trait) => t.traits[trait]).join(", "));
  return (
    <Notice kind="warn" head={t.warnTitle}>
      {warnings.map((pair) => <span className="block" key={say(pair)}>{say(pair)}</span>)}
    </Notice>
  );
}

function ChooseCell({ one, request, canAct, hasStandingChoice }: { one: One; request: RequestPage; canAct: boolean; hasStandingChoice: boolean }) {
  const t = useQuoteWords();
  if (one.quote.chosenAt) return <span className="tag ok">{t.chosen}</span>;
  if (!one.canBeChosen) return <span className="sm mute">{t.gone}</span>;
  // Another choice is offered only when the one before cannot be bought any more.
  if (!canAct || request.status === "CANCELED" || hasStandingChoice) return null;
  return <ButtonLink size="s" kind={one.isLowest ? "1" : "2"} to={requestPath(request.id, `?choose=${encodeURIComponent(one.quote.id)}#choose`)} aria-label={t.chooseTitle(one.quote.vendor.name)}>{t.choose}</ButtonLink>;
}

function Head({ one }: { one: One }) {
  return (
    <th scope="col" className={cx("r", one.isLowest && "best")}>
      <Local text={one.quote.vendor.name} />
      <small className="num">{one.quote.number}</small>
    </th>
  );
}

/** Enterprises beside each other, the lowest marked; on phones the table scrolls under its first column. */
export function CompareTable({ request, comparison, canAct }: { request: RequestPage; comparison: Compared; canAct: boolean }) {
  const t = useQuoteWords();
  // What nobody has anything to say of is left out.
  const rows = useRows().filter(({ has }) => !has || comparison.quotes.some(has));
  const { quotes, items } = comparison;
  return (
    <Panel title={t.compare} note={t.compareNote(quotes.length, request.invitations.length)} flush>
      <div className="quote-scroll" role="region" aria-label={t.compare} tabIndex={0}>
        <table className="quote-compare">
          <caption className="vh">{t.compare}</caption>
          <thead>
            <tr>
              <td><span className="vh">{t.item}</span></td>
              {quotes.map((one) => <Head key={one.quote.id} one={one} />)}
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr key={item.id}>
                <th scope="row"><Local text={item.name} /><small className="num">{formatNumber(item.quantity)} {item.unit}</small></th>
                {quotes.map((one) => (
                  <td key={one.quote.id} className={cx("r", one.isLowest && "best")}>
                    <span className="num">{formatNumber(one.quote.lines[at]?.total.gross.amount ?? 0)}</span>
                    <small className="num">{formatNumber(one.quote.lines[at]?.unitPrice.amount ?? 0)}</small>
                  </td>
                ))}
              </tr>
            ))}
            {rows.map((row) => (
              <tr key={row.label} className={row.isSum ? "sum" : undefined}>
                <th scope="row">{row.label}</th>
                {quotes.map((one) => <td key={one.quote.id} className={cx("r", one.isLowest && "best")}>{row.cell(one)}</td>)}
              </tr>
            ))}
            <tr>
              <th scope="row"><span className="vh">{t.choose}</span></th>
              {quotes.map((one) => <td key={one.quote.id} className={cx("r", one.isLowest && "best")}><ChooseCell one={one} request={request} canAct={canAct} hasStandingChoice={quotes.some((other) => other.quote.chosenAt && other.canBeChosen)} /></td>)}
            </tr>
          </tbody>
        </table>
      </div>
      <div className="bd quote-after">
        <Warnings warnings={comparison.warnings} />
        {comparison.declined.length ? <p className="sm sub">{t.declined}: {comparison.declined.map(({ name }) => name).join(", ")}</p> : null}
      </div>
    </Panel>
  );
}

/** The last look before a quote is chosen, with the reason that the paper keeps. */
export function ChoosePanel({ request, comparison, choosing }: { request: RequestPage; comparison: Compared; choosing: string }) {
  const language = useLanguage();
  const t = useQuoteWords();
  const one = comparison.quotes.find(({ quote }) => quote.id === choosing);
  if (!one?.canBeChosen || one.quote.chosenAt) return null;
  return (
    <div id="choose">
      <Panel title={t.chooseTitle(one.quote.vendor.name)}>
        <form method="post" action={requestPath(request.id)} className="stack-form">
          <input type="hidden" name="quote" value={one.quote.id} />
          <dl className="desk-dl">
            <div className="pair"><dt>{t.sum}</dt><dd>{formatNumber(one.quote.total.gross.amount)}{one.isLowest ? ` · ${t.lowest}` : ` · ${t.more(formatNumber(one.aboveLowest.amount))}`}</dd></div>
            <div className="pair"><dt>{t.validUntil}</dt><dd>{formatDate(one.quote.validUntil, language)}</dd></div>
          </dl>
          <TextArea label={t.reason} hint={t.reasonHint} name="reason" rows={2} maxLength={500} required={!one.isLowest} />
          <div className="row-acts">
            <ButtonLink to={requestPath(request.id)}>{t.back}</ButtonLink>
            <Button kind="1" name="intent" value="choose">{t.confirmChoose}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
