import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { named } from "~/rooms/requests/view.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, Field, Select } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import type { LineValues } from "./line.ts";
import type { Lines } from "./lines.server.ts";
import { lineWords } from "./words.ts";

interface Props extends Pick<Lines, "departments" | "members"> {
  id: string | null;
  values: LineValues;
  errors: readonly FieldError[] | undefined;
}

function Places({ values, members, errors }: Pick<Props, "values" | "members" | "errors">) {
  const t = lineWords(useLanguage());
  const error = errorOf(errors, "steps")?.message;
  const people = [{ value: "", label: t.choose }, ...members.map((member) => ({ value: member.id, label: [named(member), member.department?.name].filter(Boolean).join(" · ") }))];
  return (
    <fieldset className="line-places" aria-describedby={error ? "steps-error" : undefined}>
      <legend>{t.places}</legend>
      <p className="sm sub">{t.placesHint}</p>
      {error ? <p className="err" id="steps-error"><Icon name="alert" size="s" /><span>{error}</span></p> : null}
      {values.places.map((place, at) => (
        <div className="line-place" key={`${at}-${place.member}`}>
          <Field name={`stage-${at}`} label={t.stage} aria-label={t.stageOf(at + 1)} defaultValue={place.stage} inputMode="numeric" maxLength={2} />
          <Select name={`member-${at}`} label={t.member} aria-label={t.memberOf(at + 1)} options={people} defaultValue={place.member} />
          <Field name={`label-${at}`} label={t.label} aria-label={t.labelOf(at + 1)} defaultValue={place.label} placeholder={t.labelHint} maxLength={20} />
        </div>
      ))}
    </fieldset>
  );
}

/** An approval line to write: for which amounts and department, and who decides in which order. */
export function LineForm({ id, values, errors, departments, members }: Props) {
  const t = lineWords(useLanguage());
  const at = (name: "name" | "above" | "upTo") => ({ id: name, name, defaultValue: values[name], error: errorOf(errors, name)?.message });
  return (
    <Panel title={id ? t.editLine : t.newLine}>
      <form method="post" className="stack-form" data-once={t.busy} noValidate>
        {id ? <input type="hidden" name="id" value={id} /> : null}
        <div className="field-row">
          <Field {...at("name")} label={t.name} hint={t.nameHint} maxLength={80} required />
          <Select name="department" label={t.department} options={[{ value: "", label: t.everyone }, ...departments.map((one) => ({ value: one.id, label: one.name }))]} defaultValue={values.department} error={errorOf(errors, "department")?.message} />
        </div>
        <div className="field-row">
          <Field {...at("above")} label={t.above} hint={t.amountHint} inputMode="numeric" maxLength={20} />
          <Field {...at("upTo")} label={t.upTo} hint={t.amountHint} inputMode="numeric" maxLength={20} />
        </div>
        <Places values={values} members={members} errors={errors} />
        <Checkbox name="isActive" value="1" defaultChecked={values.isActive} label={t.active} />
        <div className="acts">
          <Button kind="1" name="intent" value="save">{t.save}</Button> <ButtonLink kind="3" to="/agency/approval-lines">{t.cancel}</ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
