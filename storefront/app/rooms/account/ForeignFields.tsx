import { errorOf, type FieldError } from "~/lib/form.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Field, Select } from "~/ui/Field.tsx";
import type { AddressRules } from "./account.server.ts";
import { areaChoices, fieldsOf, isNeeded, type ForeignField, type ForeignValues } from "./foreign.ts";
import { foreignWords, labelOf } from "./foreignWords.ts";

const TOKENS: Record<ForeignField, string> = {
  recipient: "name", companyName: "organization", phone: "tel", streetAddress1: "address-line1", streetAddress2: "address-line2", cityArea: "address-level3", city: "address-level2",
  countryArea: "address-level1", postalCode: "postal-code",
};
const WIDE: readonly ForeignField[] = ["streetAddress1", "streetAddress2"];

interface Props {
  rules: AddressRules;
  values: ForeignValues;
  errors?: readonly FieldError[];
}

/** The fields another country uses, with its own names for them. */
export function ForeignFields({ rules, values, errors }: Props) {
  const t = useVoice(foreignWords);
  const choices = areaChoices(rules);
  return (
    <div className="address">
      {fieldsOf(rules).map((field) => {
        const isMust = isNeeded(rules, field);
        const label = labelOf(field, rules, t);
        const common = {
          id: field, name: field, label: isMust ? label : `${label} ${t.optional}`, defaultValue: values[field], error: errorOf(errors, field)?.message, autoComplete: TOKENS[field], required: isMust,
          className: WIDE.includes(field) ? "wide" : undefined,
        };
        if (field === "countryArea" && choices.length) return <Select key={field} {...common} options={[{ value: "", label: t.choose }, ...choices]} />;
        const example = field === "postalCode" ? rules.postalCodeExamples[0] : undefined;
        return <Field key={field} {...common} type={field === "phone" ? "tel" : "text"} hint={field === "phone" ? t.phoneHint : example ? t.example(example) : undefined} />;
      })}
    </div>
  );
}
