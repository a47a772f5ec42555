import { data, redirect } from "react-router";
import chooseIsland from "~/islands/choose.ts?worker&url";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { formatWeekday } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { handlingVendor, loadOrders, workOnMany } from "~/rooms/orderdesk/orderdesk.server.ts";
import { OrderRows } from "~/rooms/orderdesk/OrderRows.tsx";
import { OrderTabs, Waiting } from "~/rooms/orderdesk/OrderTabs.tsx";
import { useOrderWords } from "~/rooms/orderdesk/words.ts";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Route } from "./+types/orders";
import "~/styles/orderdesk.css";

export const handle = { islands: [formIsland, chooseIsland] };
const HERE = "/vendor/orders";

export const loader = async ({ context, request }: Route.LoaderArgs) => ({ ...(await loadOrders(context, request)), now: new Date().toISOString() });

export async function action({ context, request }: Route.ActionArgs) {
  await handlingVendor(context, request);
  const form = await request.formData();
  const intent = readIntent(form, ["confirm", "prepare"]);
  const errors = await workOnMany(context, intent, form);
  if (errors.length) return data({ errors }, { status: 400 });
  const { searchParams } = appOf(context).url;
  searchParams.set("done", intent);
  searchParams.delete("after");
  return redirect(`${HERE}?${searchParams}`, 303);
}

export default function OrdersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { counts, orders, state, due, search, isFirst, done, now } = loaderData;
  const t = useOrderWords();
  const language = useLanguage();
  const rows = nodesOf(orders);
  const query = search ? `q=${encodeURIComponent(search)}` : `state=${state}${due ? `&due=${due === "LATE" ? "late" : "today"}` : ""}`;
  return (
    <CentrePage title={t.title} lead={t.lead(formatWeekday(new Date(now), language), counts?.toSend ?? 0)} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors} done={done === "confirm" || done === "prepare" || done === "ship" ? t.did[done] : null} />
      {counts ? <Waiting counts={counts} /> : null}
      {counts ? <OrderTabs counts={counts} current={search ? null : state} /> : null}
      <Panel
        title={search ? `“${search}”` : due ? t.due[due] : t.tab[state]}
        count={orders?.totalCount ?? 0}
        flush
        more={
          <form method="get" className="desk-find more" role="search">
            <Field label={t.search} name="q" type="search" defaultValue={search} maxLength={60} />
            <Button kind="2">{t.doSearch}</Button>
          </form>
        }
      >
        {rows.length ? <OrderRows rows={rows} query={query} /> : <Nothing head={state === "TO_SEND" && !search ? t.noneToSend : t.none}>{state === "TO_SEND" && !search ? t.noneBody : null}</Nothing>}
      </Panel>
      <Pages page={orders} here={HERE} query={query} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
