import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Won } from "~/ui/Price.tsx";
import { Stepper } from "~/ui/Stepper.tsx";
import { backWords } from "./backWords.ts";
import { boughtName } from "./bought.ts";
import { COURIERS } from "./couriers.ts";
import type { VendorPart } from "./orders.server.ts";
import { TrackLink } from "./TrackLink.tsx";
import { orderWords } from "./words.ts";

type Back = VendorPart["withdrawals"][number];

const STEP: Partial<Record<Back["status"], number>> = { REQUESTED: 0, ACCEPTED: 1, RECEIVED: 3, REFUNDED: 4 };
const LOOKS: Partial<Record<Back["status"], string>> = { REQUESTED: "info", ACCEPTED: "info", RECEIVED: "acc", REFUNDED: "ok", REJECTED: "bad" };

/** What the buyer can still do about it: say which parcel brings it, or call it off. */
function Tools({ back }: { back: Back }) {
  const t = useVoice(backWords);
  if (!back.canCancel) return null;
  return (
    <>
      <details>
        <summary>{t.parcel}</summary>
        <form method="post" className="parcel-form">
          <input type="hidden" name="withdrawal" value={back.id} />
          <Select label={t.courier} name="courier" defaultValue="" options={[...COURIERS.map(([value, label]) => ({ value, label })), { value: "", label: t.other }]} />
          <Field label={t.tracking} name="trackingNumber" inputMode="numeric" maxLength={100} defaultValue={back.trackingNumber} />
          <Button size="s" name="intent" value="parcel">{t.save}</Button>
        </form>
      </details>
      <form method="post">
        <input type="hidden" name="withdrawal" value={back.id} />
        <Button kind="3" size="s" name="intent" value="call-off">{t.callOff}</Button>
      </form>
    </>
  );
}

function Facts({ back }: { back: Back }) {
  const t = useVoice(backWords);
  const o = useVoice(orderWords);
  const language = useLanguage();
  return (
    <dl className="dl num">
      <dt>{t.what}</dt>
      <dd>{back.lines.map((line) => `${boughtName(line.orderLine)} ${o.sentPieces(line.quantity)}`).join(", ")}</dd>
      <dt>{t.why}</dt>
      <dd>{t[back.reasonKind]} {back.reason ? <span className="sub"><Local text={back.reason} /></span> : null}</dd>
      {back.rejectionReason ? (
        <>
          <dt>{t.refused}</dt>
          <dd><Local text={back.rejectionReason} /></dd>
        </>
      ) : null}
      {back.returnFee.amount > 0 ? (
        <>
          <dt>{t.fee}</dt>
          <dd>−<Won amount={back.returnFee.amount} /></dd>
        </>
      ) : null}
      {back.refundAmount ? (
        <>
          <dt>{t.backTitle}</dt>
          <dd><b><Won amount={back.refundAmount.amount} /></b> {back.refundBy && back.status === "RECEIVED" ? <span className="sub">{t.refundBy(formatDate(back.refundBy, language))}</span> : null}</dd>
        </>
      ) : null}
      {back.trackingNumber ? (
        <>
          <dt>{t.tracking}</dt>
          <dd>{back.courier?.name} {back.trackingNumber} <TrackLink url={back.trackingUrl} number={back.trackingNumber} /></dd>
        </>
      ) : null}
    </dl>
  );
}

/** What of a part goes back, and how far it has come. */
export function Withdrawals({ part, isBuyer }: { part: VendorPart; isBuyer: boolean }) {
  const t = useVoice(backWords);
  const language = useLanguage();
  return part.withdrawals.map((back) => {
    const step = STEP[back.status];
    return (
      <section key={back.id} className="goes-back" aria-labelledby={`back-${back.number}`} data-testid="withdrawal">
        <header>
          <h4 id={`back-${back.number}`} className="num">{t.backNumber(back.number)}</h4>
          <span className={`tag ${LOOKS[back.status] ?? ""}`}>{back.statusDisplay}</span>
          <span className="sm sub num">{t.asked(formatDate(back.requestedAt, language))}</span>
        </header>
        {step === undefined ? null : <Stepper steps={[t.b1, t.b2, t.b3, t.b4]} current={step} label={t.progress} />}
        <Facts back={back} />
        {isBuyer ? <Tools back={back} /> : null}
      </section>
    );
  });
}
