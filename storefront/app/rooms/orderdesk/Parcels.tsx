import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Checkbox, Field } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import type { DeskOrder } from "./orderdesk.server.ts";
import { CourierSelect } from "./parts.tsx";
import { useOrderWords } from "./words.ts";

type Parcel = DeskOrder["fulfillments"][number];

function Steps({ parcel }: { parcel: Parcel }) {
  const t = useOrderWords();
  const id = `courier-${parcel.id}`;
  return (
    <>
      <details>
        <summary>{t.fixTracking}</summary>
        <form method="post" className="field-row">
          <input type="hidden" name="intent" value="tracking" />
          <input type="hidden" name="fulfillment" value={parcel.id} />
          <div className="field">
            <label htmlFor={id}>{t.courier}</label>
            <CourierSelect id={id} name="courier" value={parcel.courier?.code ?? ""} isOwnOffered={false} />
          </div>
          <Field label={t.tracking} name="number" defaultValue={parcel.trackingNumber} maxLength={40} inputMode="numeric" />
          <Checkbox label={t.tell} name="tell" />
          <Button size="s">{t.save}</Button>
        </form>
      </details>
      {parcel.deliveredAt && !parcel.isDeliveryAssumed ? null : (
        <form method="post">
          <input type="hidden" name="intent" value="delivered" />
          <input type="hidden" name="fulfillment" value={parcel.id} />
          <Button size="s">{t.markDelivered}</Button>
        </form>
      )}
      {parcel.deliveredAt ? null : (
        <details>
          <summary>{t.undo}</summary>
          <p className="sub">{t.undoBody}</p>
          <form method="post">
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="fulfillment" value={parcel.id} />
            <Button kind="x" size="s">{t.undo}</Button>
          </form>
        </details>
      )}
    </>
  );
}

/** Every dispatch: what was in it, where it is, and what can be mended. */
export function Parcels({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  const language = useLanguage();
  return (
    <Panel title={t.parcels} count={order.fulfillments.length}>
      <ul className="parcel-list">
        {order.fulfillments.map((parcel) => (
          <li key={parcel.id}>
            <span className="head">
              <b>{t.parcel(parcel.fulfillmentOrder)}</b>
              <span className="num mute">{formatMoment(parcel.created, language)}</span>
              {parcel.status === "FULFILLED" ? (
                <span className={parcel.deliveredAt ? "tag ok" : "tag"}>{parcel.deliveredAt ? (parcel.isDeliveryAssumed ? t.assumed : t.arrived(formatMoment(parcel.deliveredAt, language))) : t.onTheWay}</span>
              ) : (
                <span className="tag">{parcel.status === "CANCELED" ? t.undone : t.state.RETURNED}</span>
              )}
            </span>
            <span>{parcel.lines?.map((line) => <span key={line.id}><Local text={line.orderLine?.productName ?? ""} /> {t.count(line.quantity)} </span>)}</span>
            {parcel.trackingNumber ? (
              <span className="num">
                {parcel.courier?.name} {parcel.trackingNumber}{" "}
                {parcel.trackingUrl ? (
                  <a className="link" href={parcel.trackingUrl} rel="noreferrer" target="_blank">
                    {t.track}
                  </a>
                ) : null}
              </span>
            ) : null}
            {parcel.status === "FULFILLED" ? <Steps parcel={parcel} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
