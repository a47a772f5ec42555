import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { TextArea } from "~/ui/Field.tsx";
import type { Decision, Delivery } from "./decide.ts";
import { ApproveLabel, DECIDE_FORM } from "./Lines.tsx";
import { named, nextAfter, type LineView, type StepView } from "./view.ts";
import { requestWords } from "./words.ts";

interface Props {
  lines: readonly LineView[];
  steps: readonly StepView[];
  deliveries: readonly Delivery[];
  given: Decision | null;
  errors: readonly FieldError[] | undefined;
  /** For whom the person decides, if not for the own place. */
  insteadOf: string | null;
  /** What stands on the page: another round or total is not what was decided on. */
  seen: { round: number; total: number; stepId: string };
}

/** Approve, send back or reject all, with a comment. What is ticked per item belongs to the same form. */
export function DecisionBox({ lines, steps, deliveries, given, errors, insteadOf, seen }: Props) {
  const t = requestWords(useLanguage());
  const next = nextAfter(steps, seen.stepId);
  return (
    <div className="act">
      <Panel title={t.decide}>
        <form method="post" id={DECIDE_FORM} className="bd-form stack-form" data-once={t.busy}>
          <input type="hidden" name="round" value={seen.round} />
          <input type="hidden" name="total" value={seen.total} />
          <input type="hidden" name="step" value={seen.stepId} />
          {lines.filter((line) => !line.isRejected).map((line) => (
            <input key={line.id} type="hidden" name="lines" value={line.id} />
          ))}
          {insteadOf ? <p className="sm"><b>{t.asDeputy(insteadOf)}</b></p> : null}
          <TextArea id="comment" name="comment" rows={3} maxLength={2000} label={`${t.opinion} (${t.optional})`} hint={t.opinionHint} defaultValue={given?.comment} error={errorOf(errors, "comment")?.message} />
          <Button kind="1" size="l" name="intent" value="approve" className="num"><ApproveLabel lines={lines} deliveries={deliveries} given={given} /></Button>
          <div className="two">
            <Button name="intent" value="sendBack">{t.sendBack}</Button>
            <Button kind="x" name="intent" value="reject">{t.rejectAll}</Button>
          </div>
          <p className="xs mute">{next ? t.goesTo(named(next)) : t.lastStep}</p>
        </form>
      </Panel>
    </div>
  );
}
