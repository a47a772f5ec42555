import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Asked } from "./answer.ts";
import { askedPath, filePath, PaperLink, useWon } from "./parts.tsx";
import { useQuoteWords } from "./words.ts";

export function AskedTerms({ asked }: { asked: Asked }) {
  const language = useLanguage();
  const t = useQuoteWords();
  const rows: [string, string][] = [
    [t.agency, [asked.agency.name, asked.departmentName].filter(Boolean).join(" ")], [t.contact, asked.contact], [t.place, asked.deliveryPlace], [t.deliverBy, formatDate(asked.deliveryBy, language)], [t.deadline, formatMoment(asked.replyBy, language)],
  ];
  return (
    <Panel title={t.terms}>
      <dl className="desk-dl">
        {rows.map(([label, text]) => <div className="pair" key={label}><dt>{label}</dt><dd><Local text={text} /></dd></div>)}
      </dl>
      <ul className="quote-items">
        {asked.items.map((item) => (
          <li key={item.id}>
            <span><Local text={item.name} />{item.specification ? <small><Local text={item.specification} /></small> : null}</span>
            <b className="num">{formatNumber(item.quantity)} {item.unit}</b>
          </li>
        ))}
      </ul>
      {asked.specification ? <p className="quote-spec"><Local text={asked.specification} /></p> : null}
      <ul className="quote-papers">
        {asked.paper ? <li><PaperLink side="vendor" paper={asked.paper} label={t.requestPaper} /></li> : null}
        {asked.attachments.map((file) => <li key={file.id}><Link className="link" to={filePath("vendor", file.id)}><Icon name="doc" size="s" /> {file.name}</Link></li>)}
      </ul>
    </Panel>
  );
}

/** One's own answers, the one that stands first; those before it for the record. */
export function OwnQuotes({ asked }: { asked: Asked }) {
  const language = useLanguage();
  const won = useWon();
  const t = useQuoteWords();
  if (!asked.quotes.length) return null;
  return (
    <Panel title={t.mine} count={asked.quotes.length}>
      <ul className="quote-papers">
        {asked.quotes.map((quote) => (
          <li key={quote.id} className={quote.isStanding ? undefined : "mute"}>
            <b className="num">{won(quote.total.gross)}</b> {quote.isStanding ? null : <span className="tag">{t.replaced}</span>} {quote.chosenAt ? <span className="tag ok">{t.chosen}</span> : null}
            <small className="num">{t.until(formatDate(quote.validUntil, language))}</small>
            {quote.paper ? <PaperLink side="vendor" paper={quote.paper} label={t.paper} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function OwnFiles({ asked }: { asked: Asked }) {
  const t = useQuoteWords();
  return (
    <Panel title={t.files} count={asked.ownAttachments.length}>
      <ul className="quote-papers">
        {asked.ownAttachments.map((file) => (
          <li key={file.id}>
            <form method="post" className="quote-file">
              <input type="hidden" name="file" value={file.id} />
              <Link className="link" to={filePath("vendor", file.id)}>{file.name}</Link>
              {asked.isOpen ? <Button kind="3" size="s" name="intent" value="unfile" aria-label={`${t.remove}: ${file.name}`}>{t.remove}</Button> : null}
            </form>
          </li>
        ))}
      </ul>
      {asked.isOpen ? (
        <form method="post" encType="multipart/form-data" className="stack-form">
          <Field label={t.file} hint={t.filesHint} name="file" type="file" accept="application/pdf,image/jpeg,image/png" required />
          <div className="row-acts"><Button name="intent" value="file">{t.addFile}</Button></div>
        </form>
      ) : null}
    </Panel>
  );
}

export function AskedQuestions({ asked }: { asked: Asked }) {
  const t = useQuoteWords();
  return (
    <Panel title={t.questions} count={asked.questions.length}>
      {asked.questions.length ? null : <p className="sm mute">{t.noQuestions}</p>}
      {asked.questions.map((one) => (
        <div className="quote-qa" key={`${one.askedAt} ${one.question}`}>
          <p><b>Q</b> <Local text={one.question} /> {one.isOwn ? <small>{t.you}</small> : null}</p>
          {one.answer ? <p><b>A</b> <Local text={one.answer} /></p> : null}
        </div>
      ))}
      {asked.isOpen ? (
        <form method="post" className="stack-form">
          <TextArea label={t.yourQuestion} hint={t.answerHint} name="question" rows={2} maxLength={2_000} required />
          <div className="row-acts"><Button size="s" name="intent" value="ask">{t.askDo}</Button></div>
        </form>
      ) : null}
    </Panel>
  );
}

/** Taking the answer back, or saying that none will come; each behind a second look. */
export function LeavePanel({ asked, step }: { asked: Asked; step: string | null }) {
  const t = useQuoteWords();
  const hasStanding = asked.quotes.some((quote) => quote.isStanding);
  if (!asked.isOpen) return null;
  if (step !== "leave") {
    if (asked.status === "DECLINED") return null;
    return <p className="quote-leave"><ButtonLink kind="3" size="s" to={askedPath(asked.id, "?step=leave")}>{hasStanding ? t.withdraw : t.decline}</ButtonLink></p>;
  }
  return (
    <Panel title={hasStanding ? t.withdraw : t.decline}>
      <form method="post" action={askedPath(asked.id)} className="stack-form">
        {hasStanding ? null : <TextArea label={t.declineReason} hint={t.declineHint} name="reason" rows={2} maxLength={500} required />}
        <div className="row-acts">
          <ButtonLink to={askedPath(asked.id)}>{t.back}</ButtonLink>
          <Button kind="x" name="intent" value={hasStanding ? "withdraw" : "decline"}>{hasStanding ? t.withdraw : t.decline}</Button>
        </div>
      </form>
    </Panel>
  );
}
