import type { ReactNode } from "react";
import type { FieldError } from "~/lib/form.ts";
import { cartPath } from "~/lib/channel.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { personName } from "~/rooms/account/address.ts";
import { BillAmounts } from "~/rooms/cart/BillAmounts.tsx";
import { billOf } from "~/rooms/cart/promo.ts";
import { PromoBox } from "~/rooms/cart/PromoBox.tsx";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ReturnException } from "~/rooms/product/ReturnException.tsx";
import { Link } from "~/ui/Link.tsx";
import { Picture, sourceOf } from "~/ui/Picture.tsx";
import { Won } from "~/ui/Price.tsx";
import { nameOf } from "~/ui/ProductCard.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { Stepper } from "~/ui/Stepper.tsx";
import type { Buyer, Desk } from "./desk.server.ts";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { checkoutWords } from "./words.ts";

/** What is being bought and what it costs with everything: at the side on wide screens, first on phones. */
export function OrderSummary({ desk, promo }: { desk: Desk; promo?: { errors?: readonly FieldError[] } }) {
  const t = useVoice(checkoutWords);
  const channel = useChannel();
  const bill = billOf(desk, useLanguage() === "en");
  return (
    <aside className="summary" aria-label={t.summary}>
      <h2>{t.summary}</h2>
      <BillAmounts bill={bill} totalLabel={t.total} hasDelivery={desk.isShippingRequired} />
      {promo ? <PromoBox promotions={bill.promotions} errors={promo.errors} /> : null}
      <ul className="brief">
        {desk.vendorGroups.map((group) => (
          <li key={group.vendor.id}>
            <h3>{group.vendor.name}</h3>
            <ul>
              {group.lines.map((line) => (
                <li key={line.id}>
                  <span className="pic">
                    <Picture avif={[sourceOf(line.variant.product.small, 128)]} fallback={line.variant.product.plain} alt="" sizes="48px" width={48} height={48} />
                  </span>
                  <span className="sm">
                    {nameOf(line.variant.product)} <span className="mute num">{t.pieces(line.quantity)}</span>
                    <ReturnException policy={line.variant.product.returnPolicy} />
                  </span>
                  <span className="sm num cost"><Won amount={line.totalPrice.gross.amount} /></span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Link className="link sm" to={cartPath(channel)}>{t.editCart}</Link>
    </aside>
  );
}

/** In the public channel: for whom it is bought. */
export function AgencyPanel({ buyer }: { buyer: Buyer | null }) {
  const t = useVoice(checkoutWords);
  const membership = buyer?.agencyMemberships[0];
  if (!buyer || !membership) return null;
  return (
    <section className="agency" aria-labelledby="agency-head">
      <h2 id="agency-head">{t.agency}</h2>
      <dl className="dl">
        <dt>{t.agencyName}</dt>
        <dd>
          <b>{membership.agency.name}</b> <span className="mute num">{membership.agency.registrationNumber}</span>
        </dd>
        <dt>{t.department}</dt>
        <dd>{membership.departmentName}</dd>
        <dt>{t.buyer}</dt>
        <dd>{[personName(buyer), membership.jobTitle, buyer.email].filter(Boolean).join(" · ")}</dd>
      </dl>
    </section>
  );
}

interface Props {
  step: 0 | 1 | 2;
  desk: Desk;
  buyer: Buyer | null;
  errors?: readonly FieldError[];
  /** Whether codes can be used at this step: its action hears of them. */
  hasPromo?: boolean;
  children: ReactNode;
}

/** The frame of all three steps: where we are, what is wrong, what it costs. */
export function CheckoutFrame({ step, desk, buyer, errors, hasPromo = false, children }: Props) {
  const t = useVoice(checkoutWords);
  const channel = useChannel();
  const steps = [t.step1, t.step2, t.step3];
  return (
    <main id="main" className="wrap checkout-page">
      <Seo title={`${errors?.length ? t.errorTitle : ""}${steps[step]} · ${t.title}`} canonical={null} />
      <div className="hd">
        <h1>{t.title}</h1>
      </div>
      <Stepper steps={steps} current={step} label={t.steps} />
      <ErrorSummary errors={errors} />
      <div className="desk">
        <div className="steps-body">
          {channel === "public" ? <AgencyPanel buyer={buyer} /> : null}
          {children}
        </div>
        <OrderSummary desk={desk} promo={hasPromo ? { errors } : undefined} />
      </div>
    </main>
  );
}
