import type { RequestFullFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Decision } from "./decide.ts";
import { requestPath } from "./RequestRows.tsx";
import { requestWords } from "./words.ts";

/** What rejecting everything would do, before it does it. */
export function ConfirmReject({ request, decision }: { request: RequestFullFragment; decision: Decision }) {
  const t = requestWords(useLanguage());
  const facts = { intent: "reject", sure: "1", comment: decision.comment, round: request.round, total: request.total.gross.amount, step: request.decidingStep?.id ?? "" };
  return (
    <section className="confirm" aria-labelledby="sure-head">
      <h2 id="sure-head">{t.confirmReject}</h2>
      <p>{t.confirmRejectBody}</p>
      <p><q>{decision.comment}</q></p>
      <form method="post" className="acts" data-once={t.busy}>
        {Object.entries(facts).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="x">{t.yesReject}</Button>
        <ButtonLink to={requestPath(request.id)}>{t.keep}</ButtonLink>
      </form>
    </section>
  );
}

/** What withdrawing would do, with a word of why. */
export function ConfirmWithdraw({ request }: { request: RequestFullFragment }) {
  const t = requestWords(useLanguage());
  return (
    <section className="confirm" aria-labelledby="sure-head">
      <h2 id="sure-head">{t.confirmWithdraw}</h2>
      <p>{t.confirmWithdrawBody}</p>
      <form method="post" className="stack-form" data-once={t.busy}>
        <Field name="reason" label={`${t.reasonOf} (${t.optional})`} maxLength={500} />
        <div className="acts">
          <Button kind="x" name="intent" value="withdraw">{t.yesWithdraw}</Button>
          <ButtonLink to={requestPath(request.id)}>{t.keep}</ButtonLink>
        </div>
      </form>
    </section>
  );
}
