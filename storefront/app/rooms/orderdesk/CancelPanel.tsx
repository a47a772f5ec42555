import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, TextArea } from "~/ui/Field.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { DeskOrder, Piece, Preview } from "./orderdesk.server.ts";
import { orderPath, Won } from "./parts.tsx";
import { useOrderWords } from "./words.ts";

export interface Asked { reason: string; isSoldOut: boolean; isAsked: boolean }

/** Chooses what cannot be sent, and why. It changes nothing yet: the next page shows what goes back. */
export function CancelPanel({ order, isOpen, lines, asked }: { order: DeskOrder; isOpen: boolean; lines: readonly Piece[]; asked: Asked }) {
  const t = useOrderWords();
  const chosen = new Map(lines.map((line) => [line.orderLineId, line.quantity]));
  return (
    <Panel title={t.cancelTitle} note={t.cancelLead}>
      <details className="fold" open={isOpen}>
        <summary>{t.cancelOpen}</summary>
        <form method="get" action={orderPath(order.id)} className="stack-form">
          <input type="hidden" name="cancel" value="1" />
          <ul className="order-lines">
            {order.lines
              .filter((line) => line.quantityToFulfill)
              .map((line) => (
                <li key={line.id}>
                  <span className="blank" aria-hidden="true" />
                  <span>
                    <Local text={line.productName} />
                    <span className="opt">
                      {line.variantName} · {t.left(line.quantityToFulfill)}
                    </span>
                  </span>
                  <span>
                    <label className="vh" htmlFor={`c-${line.id}`}>{t.quantityOf(line.productName)}</label>
                    <input id={`c-${line.id}`} className="in num q" type="number" name={`q-${line.id}`} min={0} max={line.quantityToFulfill} defaultValue={chosen.get(line.id) ?? 0} inputMode="numeric" />
                  </span>
                </li>
              ))}
          </ul>
          <TextArea label={t.reason} name="reason" rows={2} maxLength={500} required defaultValue={asked.reason} />
          <Checkbox label={t.soldOut} name="soldOut" defaultChecked={asked.isSoldOut} />
          <div>
            <Button>{t.preview}</Button>
          </div>
        </form>
      </details>
    </Panel>
  );
}

/** What would go back, before anybody says yes. */
export function CancelPreview({ order, preview, lines, asked }: { order: DeskOrder; preview: Preview | null; lines: readonly Piece[]; asked: Asked }) {
  const t = useOrderWords();
  if (!preview || !asked.reason.trim()) return <Notice kind="bad" live>{preview ? t.reasonMissing : t.cannotPreview}</Notice>;
  const names = new Map(order.lines.map((line) => [line.id, line.productName]));
  return (
    <section className="confirm" aria-labelledby="cancel-ask" data-testid="cancel-preview">
      <h2 id="cancel-ask">{t.cancelAsk}</h2>
      <dl className="order-sum">
        {preview.lines.map((line) => (
          <div key={line.orderLineId} className="pair">
            <dt>
              <Local text={names.get(line.orderLineId) ?? ""} /> · {t.count(line.quantity)}
            </dt>
            <dd><Won money={line.amount} /></dd>
          </div>
        ))}
        {preview.delivery.amount ? (
          <>
            <dt>{t.delivery}</dt>
            <dd><Won money={preview.delivery} /></dd>
          </>
        ) : null}
        <dt className="sum">{t.refund}</dt>
        <dd className="sum" data-testid="cancel-refund"><Won money={preview.total} /></dd>
        {preview.toGiftCards.amount ? (
          <>
            <dt>{t.toCards}</dt>
            <dd><Won money={preview.toGiftCards} /></dd>
          </>
        ) : null}
      </dl>
      {preview.endsPart ? <p>{preview.endsOrder ? t.endsOrder : t.endsPart}</p> : null}
      <p className="sub">“{asked.reason}”{asked.isSoldOut ? ` · ${t.soldOut}` : null}</p>
      <form method="post" action={orderPath(order.id)} className="acts" data-once={t.busy}>
        <input type="hidden" name="intent" value="cancel" />
        <input type="hidden" name="reason" value={asked.reason} />
        {asked.isSoldOut ? <input type="hidden" name="soldOut" value="1" /> : null}
        {lines.map((line) => (
          <input key={line.orderLineId} type="hidden" name={`q-${line.orderLineId}`} value={line.quantity} />
        ))}
        <Button kind="x">{t.cancelYes}</Button>
        <ButtonLink to={orderPath(order.id)}>{t.cancelNo}</ButtonLink>
      </form>
    </section>
  );
}
