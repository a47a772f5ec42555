import { useId, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";

interface Common {
  label: string;
  hint?: ReactNode;
  /** How to mend it, in the reader's words. */
  error?: string | null;
  className?: string;
}

function Frame({ id, label, hint, error, className, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className={cx("field", className)}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? <p className="hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? (
        <p className="err" id={`${id}-error`}>
          <Icon name="alert" size="s" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

const describedBy = (id: string, hint: ReactNode, error?: string | null) => cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;

export function Field({ label, hint, error, className, ...input }: Common & ComponentProps<"input">) {
  const own = useId();
  const id = input.id ?? own;
  return (
    <Frame {...{ id, label, hint, error, className }}>
      <input {...input} id={id} className={cx("in", error && "is-error")} aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, className, ...input }: Common & ComponentProps<"textarea">) {
  const own = useId();
  const id = input.id ?? own;
  return (
    <Frame {...{ id, label, hint, error, className }}>
      <textarea {...input} id={id} className={cx("in area", error && "is-error")} aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)} />
    </Frame>
  );
}

export function Select({ label, hint, error, className, options, ...select }: Common & ComponentProps<"select"> & { options: readonly { value: string; label: string }[] }) {
  const own = useId();
  const id = select.id ?? own;
  return (
    <Frame {...{ id, label, hint, error, className }}>
      <select {...select} id={id} className="sel" aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, hint, error)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** A tick box, or with type="radio" one of several. */
export function Checkbox({ label, note, type = "checkbox", className, ...input }: { label: ReactNode; note?: ReactNode } & ComponentProps<"input">) {
  return (
    <label className={cx("ck", input.disabled && "is-off", className)}>
      <input type={type} {...input} />
      <span>{label}</span>
      {note ? <span className="n num">{note}</span> : null}
    </label>
  );
}
