import type { PurchaseRouteFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { RoutePanel } from "~/rooms/agency/RoutePanel.tsx";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Local } from "~/ui/Local.tsx";
import { requestWords } from "./words.ts";

/** By which legal way each enterprise's part is bought, and what to look at. */
export function GroundPanel({ routes, reason }: { routes: readonly PurchaseRouteFragment[]; reason?: string }) {
  const t = requestWords(useLanguage());
  if (!routes.length) return null;
  return (
    <Panel title={t.ground}>
      {routes.map((route) => (
        <div key={route.vendorId} className="ground">
          <p><b><Local text={route.vendorName} /></b></p>
          <RoutePanel route={route} />
        </div>
      ))}
      {reason ? <p className="sm ground-why"><b>{t.splitReason}</b> <Local text={reason} /></p> : null}
    </Panel>
  );
}
