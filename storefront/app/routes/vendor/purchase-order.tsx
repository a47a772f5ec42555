import { data } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { CentrePage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Goods, Papers, PurchaseHistory, StandingBox, Terms } from "~/rooms/purchasedesk/Panels.tsx";
import { ProposeForm, ProposePreview } from "~/rooms/purchasedesk/Propose.tsx";
import { answerPurchase, loadPurchase } from "~/rooms/purchasedesk/purchasedesk.server.ts";
import { usePurchaseWords } from "~/rooms/purchasedesk/words.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/purchase-order";
import "~/styles/orderdesk.css";
import "~/styles/purchasedesk.css";

export const handle = { islands: [formIsland] };
const INTENTS = ["accept", "propose"] as const;

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadPurchase(context, request, params.id);

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await answerPurchase(context, request, params.id, readIntent(form, INTENTS), form);
  return done instanceof Response ? done : data({ errors: done }, { status: 400 });
}

export default function PurchaseOrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { purchase, isProposing, asking, done } = loaderData;
  const t = usePurchaseWords();
  const errors = actionData?.errors;
  const did = INTENTS.find((one) => one === done);
  const isReady = Boolean(asking && !asking.wish.faults.length);
  const mayPropose = isProposing && purchase.status !== "CANCELED";
  const crumb = (
    <>
      <Link to="/vendor/purchase-orders">{t.title}</Link>
      <Icon name="r" size="s" />
      <span className="num">{purchase.number}</span>
    </>
  );
  return (
    <CentrePage title={purchase.title} crumb={crumb} lead={<Local text={[purchase.agency.name, purchase.department?.name].filter(Boolean).join(" ")} />} hasErrors={Boolean(errors?.length || asking?.wish.faults.length)}>
      <Outcome errors={errors} done={did && !errors ? t.done[did] : null} />
      <StandingBox purchase={purchase} isProposing={isProposing} />
      {mayPropose && asking && isReady ? <ProposePreview purchase={purchase} asking={asking} /> : null}
      <div className="desk-grid two">
        <div className="col">
          {mayPropose ? <ProposeForm purchase={purchase} asking={asking} /> : null}
          <Goods purchase={purchase} />
          <PurchaseHistory purchase={purchase} />
        </div>
        <div className="col">
          <Papers purchase={purchase} />
          <Terms purchase={purchase} />
        </div>
      </div>
    </CentrePage>
  );
}
