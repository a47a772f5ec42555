import type { FieldError } from "~/lib/form.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { operator } from "~/lib/operator.ts";
import { Icon } from "~/ui/Icon.tsx";
import { leaveWords } from "./leaveWords.ts";

/** Why an account has to stay for now, and what to do about it. */
export function CannotLeave({ errors }: { errors?: readonly FieldError[] }) {
  const t = useVoice(leaveWords);
  if (!errors?.length) return null;
  const todo: Record<string, string> = { DELETE_STAFF_ACCOUNT: t.staffTodo, DELETE_OWN_ACCOUNT: t.ownerTodo };
  return (
    <div className="errsum" role="alert" id="errors" tabIndex={-1}>
      <h2>
        <Icon name="alert" />
        {t.cannotHead}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.code}>
            {error.message} {todo[error.code] ?? ""}
          </li>
        ))}
      </ul>
      <p className="sm">
        {t.contact} <a href={`tel:${operator.phone}`}>{operator.phone}</a>, <a href={`mailto:${operator.email}`}>{operator.email}</a>
      </p>
    </div>
  );
}
