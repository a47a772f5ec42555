import { baseOf } from "~/lib/channel.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { billOf } from "~/rooms/cart/promo.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Desk } from "./desk.server.ts";
import { Pick } from "./Pick.tsx";
import { PlaceBrief } from "./PlaceBrief.tsx";
import { SellerIdentity } from "./Sellers.tsx";
import { checkoutWords } from "./words.ts";

function FieldFault({ errors, field }: { errors?: readonly FieldError[]; field: string }) {
  const error = errorOf(errors, field);
  if (!error) return null;
  return (
    <p className="err" id={`${field}-error`}>
      <Icon name="alert" size="s" />
      <span>{error.message}</span>
    </p>
  );
}

/** One way to pay a channel; it is still the buyer's to choose, so nothing is chosen beforehand but the only one there is. */
function Means({ errors }: { errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const isPublic = useChannel() === "public";
  return (
    <fieldset className="saved" id="means" tabIndex={-1}>
      <legend className="vh">{t.pay}</legend>
      <Pick name="means" value={isPublic ? "DEFERRED" : "BANK_TRANSFER"} defaultChecked title={isPublic ? t.deferred : t.bank} notes={[isPublic ? t.deferredNote : t.bankNote]} />
      <FieldFault errors={errors} field="means" />
      {isPublic ? null : (
        <p className="sm sub">
          {t.safe}{" "}
          <Link className="link" to="/help#safe">{t.safeLink}</Link>
        </p>
      )}
    </fieldset>
  );
}

function Withdrawal({ desk }: { desk: Desk }) {
  const t = useVoice(checkoutWords);
  const language = useLanguage();
  const senders = desk.vendorGroups.map((group) => group.vendor);
  return (
    <section aria-labelledby="withdrawal-head">
      <h2 id="withdrawal-head">{t.withdrawal}</h2>
      <ul className="dots sm">
        <li>{t.withdrawal1}</li>
        <li>{t.withdrawal2}</li>
        <li>{t.withdrawal3}</li>
        {desk.isShippingRequired ? senders.map((vendor) => <li key={vendor.id} className="num">{t.returnFee(vendor.name, formatWon(vendor.deliveryTerms.returnFee.amount, language))}</li>) : null}
      </ul>
    </section>
  );
}

function Consents({ errors }: { errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const box = (field: "agreeOrder" | "agreePrivacy", label: string, note?: string) => {
    const isWrong = Boolean(errorOf(errors, field));
    return (
      <div className={cx("consent", isWrong && "is-error")}>
        <label className="ck" htmlFor={field}>
          <input
            type="checkbox" id={field} name={field} value="1" required
            aria-invalid={isWrong || undefined}
            aria-describedby={cx(note && `${field}-note`, isWrong && `${field}-error`) || undefined}
          />
          <span>{label}</span>
        </label>
        {note ? <p className="xs sub" id={`${field}-note`}>{note}</p> : null}
        <FieldFault errors={errors} field={field} />
      </div>
    );
  };
  return (
    <section aria-labelledby="consent-head">
      <h2 id="consent-head">{t.consent}</h2>
      {box("agreeOrder", t.agreeOrder)}
      {box("agreePrivacy", t.agreePrivacy, t.agreePrivacyNote)}
    </section>
  );
}

/** The last step: payment, terms, consent, and a button that says what it costs. */
export function PaymentForm({ desk, errors }: { desk: Desk; errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const language = useLanguage();
  const base = baseOf(useChannel());
  const total = billOf(desk).toPay;
  const isRefused = errors?.some((error) => error.field === null && error.code !== "TOTAL");
  return (
    <form method="post" noValidate className="step-form" data-once={t.placing}>
      {isRefused ? (
        <p className="ways">
          <Link className="link" to={`${base}/cart`}>{t.toCart}</Link>
          <Link className="link" to={`${base}/checkout`}>{t.toStep1}</Link>
        </p>
      ) : null}
      <PlaceBrief desk={desk} />
      <section aria-labelledby="pay-head">
        <h2 id="pay-head">{t.pay}</h2>
        <Means errors={errors} />
      </section>
      <section aria-labelledby="contract-head">
        <h2 id="contract-head">{t.sellers}</h2>
        <p className="sm sub">{t.sellersNote}</p>
        {desk.vendorGroups.map(({ vendor }) => (
          <details key={vendor.id} className="seller-fold" open>
            <summary>{vendor.name}</summary>
            <SellerIdentity vendor={vendor} />
          </details>
        ))}
        <p className="note intermediary">{t.intermediary}</p>
      </section>
      <Withdrawal desk={desk} />
      <Consents errors={errors} />
      <div className="go">
        <input type="hidden" name="total" value={total} />
        <Button kind="1" size="l" wide name="intent" value="order">{t.place(formatWon(total, language))}</Button>
        <p className="xs sub">{t.placeNote}</p>
        <Link className="link" to={`${base}/checkout/delivery`}>{t.back}</Link>
      </div>
    </form>
  );
}
