import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Local } from "~/ui/Local.tsx";
import type { DeskOrder } from "./orderdesk.server.ts";
import { useOrderWords } from "./words.ts";

/** What has happened to the order, oldest first. */
export function History({ order }: { order: DeskOrder }) {
  const t = useOrderWords();
  const language = useLanguage();
  const rows = [
    ...(order.steps ?? []).map((step) => ({ at: step.at, text: step.fromStatus === "PARTIALLY_FULFILLED" && step.toStatus === "UNFULFILLED" || step.fromStatus === "FULFILLED" && step.toStatus === "UNFULFILLED" ? t.undoneStep : step.toStatus === "UNCONFIRMED" && order.isPaidLater ? t.heldStep : t.steps[step.toStatus] })),
    ...(order.confirmedAt ? [{ at: order.confirmedAt, text: t.confirmedStep }] : []),
    ...(order.preparingAt ? [{ at: order.preparingAt, text: t.preparingStep }] : []),
    ...(order.lineCancellations ?? []).map((one) => ({ at: one.at, text: t.canceledStep(one.reason) })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Panel title={t.history}>
      <ol className="steps-line">
        {rows.map((row, place) => (
          <li key={`${row.at}-${place}`}>
            <time className="num" dateTime={row.at}>{formatMoment(row.at, language)}</time>
            <span><Local text={row.text} /></span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
