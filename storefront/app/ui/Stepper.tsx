import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";

/** Where a path stands: done is filled, the present is ringed, what comes is dashed. */
export function Stepper({ steps, current, label }: { steps: readonly string[]; current: number; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, at) => (
        <li key={step} className={cx(at < current && "done", at === current && "now")} aria-current={at === current ? "step" : undefined}>
          <span className="k">{at < current ? <Icon name="check" size="s" /> : at + 1}</span>
          <b>{step}</b>
        </li>
      ))}
    </ol>
  );
}
