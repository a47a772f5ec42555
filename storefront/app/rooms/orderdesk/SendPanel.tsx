import { imagePath } from "~/lib/images.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Field } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import type { DeskOrder } from "./orderdesk.server.ts";
import { CourierSelect } from "./parts.tsx";
import { useOrderWords } from "./words.ts";

/** What is open, how it travels. A lower quantity leaves the rest for another parcel. */
export function SendPanel({ order, typed }: { order: DeskOrder; typed: { courier: string; number: string } | null }) {
  const t = useOrderWords();
  return (
    <Panel title={t.sendTitle} note={t.sendLead}>
      <form method="post" className="stack-form" id="send" data-once={t.busy}>
        <input type="hidden" name="intent" value="ship" />
        <ul className="order-lines">
          {order.lines
            .filter((line) => line.quantityToFulfill)
            .map((line) => (
              <li key={line.id}>
                {line.thumbnail ? <img src={imagePath(line.thumbnail.url)} alt="" width={52} height={52} /> : <span className="blank" />}
                <span>
                  <Local text={line.productName} />
                  <span className="opt">
                    {line.variantName} · {t.left(line.quantityToFulfill)}
                  </span>
                </span>
                <span>
                  <label className="vh" htmlFor={`q-${line.id}`}>{t.quantityOf(line.productName)}</label>
                  <input id={`q-${line.id}`} className="in num q" type="number" name={`q-${line.id}`} min={0} max={line.quantityToFulfill} defaultValue={line.quantityToFulfill} inputMode="numeric" />
                </span>
              </li>
            ))}
        </ul>
        <div className="field-row">
          <div className="field">
            <label htmlFor="courier">{t.courier}</label>
            <CourierSelect id="courier" name="courier" value={typed?.courier ?? (order.receiver ? "" : "OWN")} />
          </div>
          <Field label={t.tracking} hint={t.trackingHint} name="number" inputMode="numeric" autoComplete="off" maxLength={40} defaultValue={typed?.number ?? ""} />
        </div>
        <div>
          <Button kind="1">
            <Icon name="truck" />
            {t.sendAll}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
