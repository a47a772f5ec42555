import { useLanguage } from "~/lib/i18n/index.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { History } from "./Facts.tsx";
import { standingWords } from "./formWords.ts";
import type { Application } from "./joining.server.ts";
import { RegistryNews, Summary } from "./SendStep.tsx";
import { useFormWords } from "./StepForms.tsx";

/** Taking it back: asked about before it is done, and at the end of the page. */
export function Withdraw() {
  const t = useFormWords();
  return (
    <details className="withdraw">
      <summary>{t.withdraw}</summary>
      <form method="post" data-once={t.busy}>
        <h3>{t.withdrawHead}</h3>
        <p>{t.withdrawBody}</p>
        <Button kind="x" name="intent" value="withdraw">{t.withdrawDo}</Button>
      </form>
    </details>
  );
}

function NextThings() {
  const t = standingWords(useLanguage());
  return (
    <section className="next-things" aria-labelledby="todo-head">
      <h2 id="todo-head">{t.todo}</h2>
      <ol>
        {t.todos.map(([head, body, to]) => (
          <li key={to}>
            <Link className="link" to={to}>{head}</Link>
            <p className="sub">{body}</p>
          </li>
        ))}
      </ol>
      <ButtonLink kind="1" size="l" to="/vendor">{t.toCentre}</ButtonLink>
    </section>
  );
}

const LOOKS = { SUBMITTED: "info", APPROVED: "ok", DECLINED: "warn", WITHDRAWN: "plain" } as const;

/** An application that was sent: how it stands, what was said, and what comes next. */
export function Standing({ application, status }: { application: Application; status: keyof typeof LOOKS }) {
  const t = standingWords(useLanguage());
  const [head = "", body = ""] = t[status];
  return (
    <>
      <Notice kind={LOOKS[status]} head={head}>{status === "SUBMITTED" ? `${body} ${t.mailTo(application.applicantEmail ?? application.email)}` : body}</Notice>
      {application.reviewNote && status !== "SUBMITTED" ? (
        <section className="said">
          <h2>{t.said}</h2>
          <p className="pre"><Local text={application.reviewNote} /></p>
        </section>
      ) : null}
      {status === "APPROVED" ? <NextThings /> : null}
      {status === "SUBMITTED" && application.businessState?.state !== "ACTIVE" ? <RegistryNews application={application} /> : null}
      {status === "DECLINED" || status === "WITHDRAWN" ? <p><ButtonLink to="/vendor/apply">{t.again}</ButtonLink></p> : null}
      <section>
        <h2>{t.history}</h2>
        <History application={application} words={t.steps} />
      </section>
      <section>
        <h2>{t.facts}</h2>
        <Summary application={application} isOpen={false} />
      </section>
      {status === "SUBMITTED" ? <Withdraw /> : null}
    </>
  );
}
