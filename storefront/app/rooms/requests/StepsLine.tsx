import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { lookOf, named, type Person, type StepView } from "./view.ts";
import { requestWords } from "./words.ts";

function useNote(step: StepView, all: readonly StepView[]): string {
  const language = useLanguage();
  const t = requestWords(language);
  const isParallel = all.filter((other) => other.stage === step.stage).length > 1;
  return [
    step.decidedAt ? formatMoment(step.decidedAt, language) : step.isInTurn ? t.yourTurn : "", t.stepState[step.status], step.isByDeputy && step.decidedBy ? t.deputy(named(step.decidedBy)) : "", step.comment ? t.comments : "", isParallel ? t.parallel : "",
  ].filter(Boolean).join(" · ");
}

function Step({ step, all, at }: { step: StepView; all: readonly StepView[]; at: number }) {
  const look = lookOf(step);
  const note = useNote(step, all);
  return (
    <li className={look || undefined} aria-current={look === "now" ? "step" : undefined}>
      <span className="k" aria-hidden="true">{look === "done" ? <Icon name="check" size="s" /> : look === "no" ? <Icon name="x" size="s" /> : at}</span>
      <b><Local text={`${step.label} · ${named(step.member)}`} /></b>
      <span className="m2 num">{note}</span>
    </li>
  );
}

/** The approval line: who filed, who decides in which order, and the order at its end. */
export function StepsLine({ requester, submittedAt, steps, isOrdered }: { requester: Person; submittedAt: string | null; steps: readonly StepView[]; isOrdered: boolean }) {
  const language = useLanguage();
  const t = requestWords(language);
  return (
    <ol className="steps" aria-label={t.line}>
      <li className={submittedAt ? "done" : "now"}>
        <span className="k" aria-hidden="true">{submittedAt ? <Icon name="check" size="s" /> : 1}</span>
        <b><Local text={`${t.draftStep} · ${named(requester)}`} /></b>
        <span className="m2 num">{submittedAt ? formatMoment(submittedAt, language) : ""}</span>
      </li>
      {steps.map((step, at) => (
        <Step key={step.id} step={step} all={steps} at={at + 2} />
      ))}
      <li className={cx(isOrdered && "done") || undefined}>
        <span className="k" aria-hidden="true">{isOrdered ? <Icon name="check" size="s" /> : steps.length + 2}</span>
        <b>{t.orderStep}</b>
        <span className="m2">{isOrdered ? "" : t.orderAfter}</span>
      </li>
    </ol>
  );
}
