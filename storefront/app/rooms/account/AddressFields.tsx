import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Field, Select } from "~/ui/Field.tsx";
import { areaOptions, nameIn, type AddressField, type AddressValues } from "./address.ts";
import { addressWords } from "./addressWords.ts";

interface Props {
  values: AddressValues;
  errors?: readonly FieldError[];
  prefix?: string;
  /** The token browsers fill in by: shipping or billing. */
  section?: "shipping" | "billing";
}

/** Postcode, province, city, street, details: the order of a Korean address. Ids are the fields' names, so that errors can link here. */
export function AddressFields({ values, errors, prefix = "", section = "shipping" }: Props) {
  const t = useVoice(addressWords);
  const language = useLanguage();
  const isPublic = useChannel() === "public";
  const at = (field: AddressField) => {
    const name = nameIn(prefix, field);
    return { id: name, name, defaultValue: values[field], error: errorOf(errors ?? [], name)?.message };
  };
  const company = <Field {...at("company")} label={isPublic ? t.company : `${t.company} ${t.optional}`} hint={t.companyHint} autoComplete={`${section} organization`} />;
  return (
    <div className="address">
      {isPublic ? company : null}
      <Field {...at("recipient")} label={section === "billing" ? t.person : t.recipient} autoComplete={`${section} name`} required />
      <Field {...at("phone")} label={t.phone} hint={t.phoneHint} type="tel" inputMode="tel" autoComplete={`${section} tel`} data-format="phone" required />
      <Field {...at("postalCode")} className="short" label={t.postalCode} hint={t.postalHint} inputMode="numeric" maxLength={7} autoComplete={`${section} postal-code`} data-format="postcode" required />
      <Select {...at("countryArea")} label={t.countryArea} options={areaOptions(language, t.choose)} autoComplete={`${section} address-level1`} required />
      <Field {...at("city")} label={t.city} hint={t.cityHint} autoComplete={`${section} address-level2`} />
      <Field {...at("street")} className="wide" label={t.street} hint={t.streetHint} autoComplete={`${section} address-line1`} required />
      <Field {...at("detail")} className="wide" label={`${t.detail} ${t.optional}`} hint={t.detailHint} autoComplete={`${section} address-line2`} />
      {isPublic ? null : company}
    </div>
  );
}
