import { baseOf, cartPath } from "~/lib/channel.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { fromPlace, personName, placeLine, showPhone, type AddressValues } from "~/rooms/account/address.ts";
import { AddressFields } from "~/rooms/account/AddressFields.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { BILLING, NEW, type ContactValues } from "./contact.ts";
import type { Buyer, Desk } from "./desk.server.ts";
import { Pick } from "./Pick.tsx";
import { checkoutWords } from "./words.ts";

interface Props {
  desk: Desk;
  buyer: Buyer | null;
  values: ContactValues;
  errors?: readonly FieldError[];
}

function ContactPart({ buyer, values, errors }: Omit<Props, "desk">) {
  const t = useVoice(checkoutWords);
  const channel = useChannel();
  const base = baseOf(channel);
  return (
    <section aria-labelledby="contact-head">
      <h2 id="contact-head">{t.contact}</h2>
      {buyer ? (
        <p>{t.member(buyer.email)}</p>
      ) : (
        <>
          <p className="sm sub">
            {t.haveAccount}{" "}
            <Link className="link" to={`${base}/sign-in?next=${base}/checkout`}>
              {t.signIn}
            </Link>
          </p>
          <Field id="email" name="email" type="email" label={t.email} hint={t.emailHint} defaultValue={values.email} error={errorOf(errors ?? [], "email")?.message} autoComplete="email" required />
        </>
      )}
    </section>
  );
}

/** A member's places to choose from; "new" shows the fields below. */
function SavedPlaces({ buyer, chosen }: { buyer: Buyer; chosen: string }) {
  const t = useVoice(checkoutWords);
  return (
    <fieldset className="saved">
      <legend>{t.saved}</legend>
      {buyer.addresses.map((place) => (
        <Pick key={place.id} name="place" value={place.id} defaultChecked={place.id === chosen} title={[personName(place), place.companyName].filter(Boolean).join(" · ")} notes={[placeLine(place), showPhone(place.phone)]} />
      ))}
      <Pick name="place" value={NEW} defaultChecked={chosen === NEW} title={t.newAddress} />
    </fieldset>
  );
}

function BillingPart({ values, errors }: Omit<Props, "desk" | "buyer">) {
  const t = useVoice(checkoutWords);
  return (
    <section aria-labelledby="billing-head" className="billing">
      <h2 id="billing-head">{t.billing}</h2>
      <Checkbox name="same" value="1" defaultChecked={values.same} label={t.billingSame} />
      <div className="other">
        <AddressFields values={values.billing} errors={errors} prefix={BILLING} section="billing" />
      </div>
    </section>
  );
}

/** The first step: whom to write to, where it goes, whom papers are for. */
export function ContactForm({ desk, buyer, values, errors }: Props) {
  const t = useVoice(checkoutWords);
  const channel = useChannel();
  const hasSaved = Boolean(buyer?.addresses.length);
  return (
    <form method="post" noValidate className="step-form" data-once={t.placing}>
      <ContactPart buyer={buyer} values={values} errors={errors} />
      <section aria-labelledby="ship-head" className="ship-to">
        <h2 id="ship-head">{desk.isShippingRequired ? t.shipTo : t.serviceAt}</h2>
        {buyer && hasSaved ? <SavedPlaces buyer={buyer} chosen={values.place} /> : null}
        <div className="new-place">
          <AddressFields values={values.shipping} errors={errors} />
          {buyer && desk.isShippingRequired ? <Checkbox name="keep" value="1" defaultChecked={values.keep} label={t.saveAddress} /> : null}
        </div>
        <TextArea id="note" name="note" label={t.note} hint={t.noteHint} defaultValue={values.note} maxLength={1000} rows={3} error={errorOf(errors ?? [], "note")?.message} />
      </section>
      {desk.isShippingRequired ? <BillingPart values={values} errors={errors} /> : <input type="hidden" name="same" value="1" />}
      <div className="go">
        <Button kind="1" size="l" name="intent" value="contact">{t.next}</Button>
        <Link className="link" to={cartPath(channel)}>{t.backToCart}</Link>
      </div>
    </form>
  );
}

/** What the fields show at first: what the checkout knows, else what the account knows. */
export function startingValues(desk: Desk, buyer: Buyer | null): ContactValues {
  const known = desk.shippingAddress ?? (desk.isShippingRequired ? null : desk.billingAddress);
  const standard = buyer?.addresses.find((place) => place.isDefaultShippingAddress) ?? buyer?.addresses[0];
  const shipping = fromPlace(known);
  const same = !desk.billingAddress || !desk.isShippingRequired || sameText(shipping, fromPlace(desk.billingAddress));
  const twin = buyer?.addresses.find((place) => sameText(fromPlace(place), shipping));
  const membership = buyer?.agencyMemberships[0];
  return {
    email: desk.email ?? "",
    place: known ? (twin?.id ?? NEW) : (standard?.id ?? NEW),
    shipping: known ? shipping : { ...shipping, recipient: buyer ? personName(buyer) : "", company: membership ? `${membership.agency.name} ${membership.departmentName}` : "" },
    same,
    billing: same ? fromPlace(null) : fromPlace(desk.billingAddress),
    note: desk.customerNote,
    keep: false,
  };
}

const sameText = (one: AddressValues, other: AddressValues): boolean => JSON.stringify(one) === JSON.stringify(other);
