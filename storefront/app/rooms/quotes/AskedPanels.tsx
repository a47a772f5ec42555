import { formatDate } from "~/lib/dates.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { ANSWER_FORM } from "./AnswerForm.tsx";
import type { Asked, Typed } from "./answer.ts";
import { useAskedWords } from "./askedWords.ts";
import { askedPath, filePath, PaperLink, useWon } from "./parts.tsx";

type Errors = readonly FieldError[] | undefined;

export function AskedTerms({ asked }: { asked: Asked }) {
  const language = useLanguage();
  const t = useAskedWords();
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
      {asked.paper || asked.attachments.length ? (
        <ul className="quote-papers">
          {asked.paper ? <li><PaperLink side="vendor" paper={asked.paper} label={t.requestPaper} /></li> : null}
          {asked.attachments.map((file) => <li key={file.id}><Link className="link" to={filePath("vendor", file.id)}><Icon name="doc" size="s" /> {file.name}</Link></li>)}
        </ul>
      ) : null}
    </Panel>
  );
}

function QuoteTag({ quote }: { quote: Asked["quotes"][number] }) {
  const t = useAskedWords();
  if (quote.chosenAt) return <span className="tag ok">{t.chosen}</span>;
  if (quote.isStanding) return <span className="tag info">{t.standingTag}</span>;
  return quote.withdrawnAt ? <span className="tag warn">{t.withdrawn}</span> : <span className="tag">{t.replaced}</span>;
}

/** One's own answers, the one that stands first; those before it for the record. */
export function OwnQuotes({ asked }: { asked: Asked }) {
  const language = useLanguage();
  const won = useWon();
  const t = useAskedWords();
  if (!asked.quotes.length) return null;
  return (
    <Panel title={t.mine} count={asked.quotes.length}>
      <ul className="quote-papers quote-own">
        {asked.quotes.map((quote) => (
          <li key={quote.id} className={quote.isStanding ? undefined : "mute"}>
            <p><b className="num">{won(quote.total.gross)}</b> <QuoteTag quote={quote} /></p>
            <p className="sm num">{t.split(won(quote.total.net), won(quote.total.tax))}{quote.delivery.gross.amount ? ` · ${t.withDelivery(won(quote.delivery.gross))}` : ""}</p>
            <p className="sm num">{t.valid} {t.until(formatDate(quote.validUntil, language))}</p>
            {quote.paper ? <PaperLink side="vendor" paper={quote.paper} label={t.paper} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function OwnFiles({ asked, errors }: { asked: Asked; errors: Errors }) {
  const t = useAskedWords();
  if (!asked.isOpen && !asked.ownAttachments.length) return null;
  return (
    <Panel title={t.files} count={asked.ownAttachments.length}>
      {asked.ownAttachments.length ? (
        <ul className="quote-papers">
          {asked.ownAttachments.map((file) => (
            <li key={file.id} className="quote-file">
              <Link className="link" to={filePath("vendor", file.id)}>{file.name}</Link>
              {asked.isOpen ? <Button form={ANSWER_FORM} kind="3" size="s" name="intent" value={`unfile-${file.id}`} aria-label={`${t.remove}: ${file.name}`}>{t.remove}</Button> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {asked.isOpen ? (
        <div className="stack-form">
          <Field id="file" form={ANSWER_FORM} label={t.file} hint={errors?.length ? `${t.filesHint} ${t.fileAgain}` : t.filesHint} name="file" type="file" accept="application/pdf,image/jpeg,image/png" error={errorOf(errors, "file")?.message} />
          <div className="row-acts"><Button form={ANSWER_FORM} formEncType="multipart/form-data" name="intent" value="file">{t.addFile}</Button></div>
        </div>
      ) : null}
    </Panel>
  );
}

export function AskedQuestions({ asked, question, errors }: { asked: Asked; question: string; errors: Errors }) {
  const t = useAskedWords();
  return (
    <Panel title={t.questions} count={asked.questions.length}>
      {asked.questions.length ? null : <p className="sm mute">{t.noQuestions}</p>}
      {asked.questions.map((one) => (
        <div className="quote-qa" key={`${one.askedAt} ${one.question}`}>
          <p><b>Q</b> <Local text={one.question} /> {one.isOwn ? <small>{t.you}</small> : null}</p>
          <p className={one.answer ? undefined : "mute"}><b>A</b> {one.answer ? <Local text={one.answer} /> : t.waitingAnswer}</p>
        </div>
      ))}
      {asked.isOpen ? (
        <div className="stack-form">
          <TextArea id="question" form={ANSWER_FORM} label={t.yourQuestion} hint={t.questionHint} name="question" rows={2} maxLength={2_000} defaultValue={question} error={errorOf(errors, "question")?.message} />
          <div className="row-acts"><Button form={ANSWER_FORM} size="s" name="intent" value="ask">{t.askDo}</Button></div>
        </div>
      ) : null}
    </Panel>
  );
}

/** Taking the answer back, or saying that none will come; each behind a second look that says what follows. */
export function LeavePanel({ asked, isLeaving, reason, errors }: { asked: Asked; isLeaving: boolean; reason: string; errors: Errors }) {
  const t = useAskedWords();
  const hasStanding = asked.quotes.some((quote) => quote.isStanding);
  if (!asked.isOpen || (asked.status === "DECLINED" && !isLeaving)) return null;
  if (!isLeaving) {
    return (
      <p className="quote-leave">
        {reason ? <input type="hidden" form={ANSWER_FORM} name="reason" value={reason} /> : null}
        <Button form={ANSWER_FORM} kind="3" size="s" name="intent" value="leave" formAction={askedPath(asked.id, "#leave")}>{hasStanding ? t.withdraw : t.decline}</Button>
      </p>
    );
  }
  return (
    <div id="leave">
      <Panel title={hasStanding ? t.withdraw : t.decline}>
        <div className="stack-form">
          <p className="sm">{hasStanding ? t.withdrawBody : t.declineBody}</p>
          {hasStanding ? null : <TextArea id="reason" form={ANSWER_FORM} label={t.declineReason} hint={t.declineHint} name="reason" rows={2} maxLength={500} defaultValue={reason} required error={errorOf(errors, "reason")?.message} />}
          <div className="row-acts">
            <Button form={ANSWER_FORM} name="intent" value="stay">{t.back}</Button>
            <Button form={ANSWER_FORM} kind="x" name="intent" value={hasStanding ? "withdraw" : "decline"}>{hasStanding ? t.withdrawDo : t.decline}</Button>
          </div>
        </div>
      </Panel>
    </div>
  );
}

/** What came too late, to be read and copied: nobody types ten prices for nothing. */
export function LateCopy({ asked, typed }: { asked: Asked; typed: Typed }) {
  const t = useAskedWords();
  const { answer, question, reason } = typed;
  const rows: [string, string][] = [
    ...answer.lines.map((line, at): [string, string] => [`${at + 1}. ${asked.items[at]?.name ?? ""}`, [line.price, line.remark].filter(Boolean).join(" · ")]),
    [t.deliveryFee, answer.delivery], [t.deliveryDays, answer.days], [t.valid, answer.validUntil], [t.remarks, answer.remarks], [t.yourQuestion, question], [t.declineReason, reason],
  ];
  return (
    <Panel title={t.lateTitle}>
      <p className="sm sub">{t.lateBody}</p>
      <dl className="desk-dl quote-late">
        {rows.filter(([, text]) => text).map(([label, text]) => <div className="pair" key={label}><dt><Local text={label} /></dt><dd><Local text={text} /></dd></div>)}
      </dl>
    </Panel>
  );
}
