import type { ReactNode } from "react";
import { baseOf } from "~/lib/channel.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { cx } from "~/ui/cx.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import type { Desk } from "./desk.server.ts";
import { MADE, madeToOrder, termsField } from "./made.ts";
import { PlaceBrief } from "./PlaceBrief.tsx";
import { FieldFault, PayLabel, PayWays } from "./PayWays.tsx";
import { payWords } from "./payWords.ts";
import { SellerIdentity } from "./Sellers.tsx";
import type { Means, Way } from "./ways.ts";
import { checkoutWords } from "./words.ts";

export interface Paying {
  ways: Way[];
  /** What is left to be paid in money. */
  owed: number;
  /** What was paid before, e.g. before the cart changed. */
  received: number;
  attempt: string;
  chosen: Means | null;
}

function Means({ paying, errors }: { paying: Paying; errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const pay = useVoice(payWords);
  const language = useLanguage();
  const isPublic = useChannel() === "public";
  const { ways, owed, received, chosen } = paying;
  if (owed === 0) return <Notice kind="ok">{received > 0 ? pay.allPaid : pay.nothing}</Notice>;
  return (
    <>
      {received > 0 ? <p className="sm num">{pay.partPaid(formatWon(received, language))}</p> : null}
      <PayWays ways={ways} amount={owed} chosen={chosen} errors={errors} />
      {isPublic ? null : (
        <p className="sm sub">
          {t.safe} <Link className="link" to="/help#safe">{t.safeLink}</Link>
        </p>
      )}
    </>
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

/** What is made to order, each with its terms; they go back with the form, for the consent is to these. */
function MadeTerms({ lines }: { lines: ReturnType<typeof madeToOrder<Desk["vendorGroups"][number]["lines"][number]>> }) {
  return (
    <ul className="dots">
      {lines.map((line) => {
        const { note } = line.variant.product.returnPolicy;
        return (
          <li key={line.id}>
            <b>{nameOf(line.variant.product)}</b> <Local text={note} />
            <input type="hidden" name={termsField(line.id)} value={note} />
          </li>
        );
      })}
    </ul>
  );
}

function Consents({ desk, errors }: { desk: Desk; errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const made = madeToOrder(desk.vendorGroups);
  const box = (field: "agreeOrder" | "agreePrivacy" | "agreeMade", label: string, need: string, note?: ReactNode) => {
    const isWrong = Boolean(errorOf(errors, field));
    return (
      <div className={cx("consent", isWrong && "is-error")}>
        <label className="ck" htmlFor={field}>
          <input
            type="checkbox" id={field} name={field} value="1" required data-need={need}
            aria-invalid={isWrong || undefined}
            aria-describedby={cx(Boolean(note) && `${field}-note`, isWrong && `${field}-error`) || undefined}
          />
          <span>{label}</span>
        </label>
        {note ? <div className="xs sub" id={`${field}-note`}>{note}</div> : null}
        <FieldFault errors={errors} field={field} />
      </div>
    );
  };
  return (
    <section aria-labelledby="consent-head">
      <h2 id="consent-head">{t.consent}</h2>
      {box("agreeOrder", t.agreeOrder, t.needAgreeOrder)}
      {made.length ? box(MADE, t.agreeMade, t.needAgreeMade, <MadeTerms lines={made} />) : null}
      {box("agreePrivacy", t.agreePrivacy, t.needAgreePrivacy, t.agreePrivacyNote)}
    </section>
  );
}

function Contract({ desk }: { desk: Desk }) {
  const t = useVoice(checkoutWords);
  return (
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
  );
}

/** The last step: terms, payment, consent, and a button that says what it costs. */
export function PaymentForm({ desk, paying, errors }: { desk: Desk; paying: Paying; errors?: readonly FieldError[] }) {
  const t = useVoice(checkoutWords);
  const pay = useVoice(payWords);
  const language = useLanguage();
  const base = baseOf(useChannel());
  const isRefused = errors?.some((error) => error.field === null && error.code !== "TOTAL" && error.code !== "PAYMENT");
  return (
    <form method="post" noValidate className="step-form" data-once={t.placing} data-pay={`${base}/checkout/payment/begin`}>
      {isRefused ? (
        <p className="ways">
          <Link className="link" to={`${base}/cart`}>{t.toCart}</Link>
          <Link className="link" to={`${base}/checkout`}>{t.toStep1}</Link>
        </p>
      ) : null}
      <PlaceBrief desk={desk} />
      <Contract desk={desk} />
      <Withdrawal desk={desk} />
      <section aria-labelledby="pay-head">
        <h2 id="pay-head">{t.pay}</h2>
        <Means paying={paying} errors={errors} />
      </section>
      <Consents desk={desk} errors={errors} />
      <div className="go">
        <input type="hidden" name="checkout" value={desk.id} />
        <input type="hidden" name="total" value={paying.owed} />
        <input type="hidden" name="attempt" value={paying.attempt} />
        <Button kind="1" size="l" wide name="intent" value="order">
          {paying.owed === 0 ? pay.finish : <PayLabel ways={paying.ways} amountText={formatWon(paying.owed, language)} />}
        </Button>
        <p className="pay-progress sm" role="status" data-pay-progress />
        <p className="xs sub">{t.placeNote}</p>
        <Link className="link" to={`${base}/checkout/delivery`}>{t.back}</Link>
      </div>
    </form>
  );
}
