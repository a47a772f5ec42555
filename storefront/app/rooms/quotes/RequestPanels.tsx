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
import { filePath, InvitedTag, PaperLink, requestPath } from "./parts.tsx";
import type { RequestPage } from "./quotes.server.ts";
import { useQuoteWords } from "./words.ts";

/** Who is asked and what each did; prices are not among it. */
export function Invited({ request }: { request: RequestPage }) {
  const language = useLanguage();
  const t = useQuoteWords();
  return (
    <Panel title={t.replied} count={request.invitations.filter((one) => one.status === "ANSWERED").length} flush>
      <ul className="quote-people">
        {request.invitations.map((one) => (
          <li key={one.vendor.id}>
            <b><Local text={one.vendor.name} /></b>
            <span className="num">{one.answeredAt ? formatMoment(one.answeredAt, language) : null}</span>
            <InvitedTag status={one.status} />
            {one.declineReason ? <q>{one.declineReason}</q> : null}
            {one.attachments.map((file) => <Link key={file.id} className="link doc-link sm" to={filePath("agency", file.id)}><Icon name="doc" size="s" /> {file.name}</Link>)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Terms({ request }: { request: RequestPage }) {
  const language = useLanguage();
  const t = useQuoteWords();
  return (
    <Panel title={t.terms}>
      <dl className="desk-dl">
        <div className="pair"><dt>{t.place}</dt><dd><Local text={request.deliveryPlace} /></dd></div>
        {request.deliveryBy ? <div className="pair"><dt>{t.deliverBy}</dt><dd>{formatDate(request.deliveryBy, language)}</dd></div> : null}
        {request.replyBy ? <div className="pair"><dt>{t.deadline}</dt><dd>{formatMoment(request.replyBy, language)}</dd></div> : null}
      </dl>
      <ul className="quote-items">
        {request.items.map((item) => (
          <li key={item.id}>
            <span><Local text={item.name} />{item.specification ? <small><Local text={item.specification} /></small> : null}</span>
            <b className="num">{formatNumber(item.quantity)} {item.unit}</b>
          </li>
        ))}
      </ul>
      {request.specification ? <p className="quote-spec"><Local text={request.specification} /></p> : null}
    </Panel>
  );
}

export function Papers({ request, canIssue }: { request: RequestPage; canIssue: boolean }) {
  const t = useQuoteWords();
  return (
    <Panel title={t.papers}>
      <ul className="quote-papers">
        {request.papers.slice(0, 1).map((paper) => <li key={paper.id}><PaperLink side="agency" paper={paper} label={t.requestPaper} /></li>)}
        {request.comparisonPapers.slice(0, 1).map((paper) => <li key={paper.id}><PaperLink side="agency" paper={paper} label={t.comparisonPaper} /></li>)}
        {request.attachments.map((file) => <li key={file.id}><Link className="link" to={filePath("agency", file.id)}><Icon name="doc" size="s" /> {file.name}</Link></li>)}
      </ul>
      {canIssue ? (
        <form method="post" className="quote-issue">
          <Button size="s" name="intent" value="issue">{t.issue}</Button>
        </form>
      ) : null}
    </Panel>
  );
}

export function Questions({ request, canAct }: { request: RequestPage; canAct: boolean }) {
  const t = useQuoteWords();
  return (
    <Panel title={t.questions} count={request.questions.length}>
      {request.questions.length ? null : <p className="sm mute">{t.noQuestions}</p>}
      {request.questions.map((one) => (
        <div className="quote-qa" key={one.id}>
          <p><b>Q</b> <Local text={one.question} /> <small>{one.vendor.name}</small></p>
          {one.answer ? <p><b>A</b> <Local text={one.answer} /></p> : null}
          {!one.answer && request.isOpen && canAct ? (
            <form method="post" className="stack-form">
              <input type="hidden" name="question" value={one.id} />
              <TextArea label={t.yourAnswer} hint={t.answerHint} name="answer" rows={2} maxLength={2_000} required />
              <div className="row-acts"><Button size="s" name="intent" value="answer">{t.answer}</Button></div>
            </form>
          ) : null}
        </div>
      ))}
    </Panel>
  );
}

/** Moving the deadline, and calling it off behind a second look. */
export function Manage({ request, isCancelling }: { request: RequestPage; isCancelling: boolean }) {
  const t = useQuoteWords();
  if (isCancelling) {
    return (
      <Panel title={t.cancel}>
        <form method="post" action={requestPath(request.id)} className="stack-form">
          <TextArea label={t.cancelReason} hint={t.cancelHint} name="reason" rows={2} maxLength={500} required />
          <div className="row-acts">
            <ButtonLink to={requestPath(request.id)}>{t.back}</ButtonLink>
            <Button kind="x" name="intent" value="cancel">{t.cancelDo}</Button>
          </div>
        </form>
      </Panel>
    );
  }
  if (!request.isOpen) return null;
  return (
    <Panel title={t.extend}>
      <form method="post" className="field-row">
        <Field label={t.replyDay} name="replyDay" type="date" required />
        <Field label={t.replyTime} name="replyTime" type="time" defaultValue="18:00" />
        <Button name="intent" value="extend">{t.extendDo}</Button>
      </form>
    </Panel>
  );
}

/** Files of a draft. */
export function DraftFiles({ request }: { request: RequestPage }) {
  const t = useQuoteWords();
  return (
    <Panel title={t.files} count={request.attachments.length}>
      <ul className="quote-papers">
        {request.attachments.map((file) => (
          <li key={file.id}>
            <form method="post" className="quote-file">
              <input type="hidden" name="file" value={file.id} />
              <Link className="link" to={filePath("agency", file.id)}>{file.name}</Link>
              <Button kind="3" size="s" name="intent" value="unfile" aria-label={`${t.remove}: ${file.name}`}>{t.remove}</Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" className="field-row">
        <Field label={t.file} hint={t.filesHint} name="file" type="file" accept="application/pdf,image/jpeg,image/png" className="filein-field" required />
        <Button name="intent" value="file">{t.addFile}</Button>
      </form>
    </Panel>
  );
}
