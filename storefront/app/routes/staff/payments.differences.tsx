import formIsland from "~/islands/form.ts?worker&url";
import type { StaffDifferencesQuery } from "~/gql/operations";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { ended, loadDifferences, settleDifference } from "~/rooms/payments/desk.server.ts";
import { Outcome, Pages, useDeskWords } from "~/rooms/payments/parts.tsx";
import { bookWords } from "~/rooms/payments/state.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/payments.differences";

export const handle = { islands: [formIsland] };
const HERE = "/staff/payments/differences";

export const loader = ({ context }: Route.LoaderArgs) => loadDifferences(context);

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  readIntent(form, ["settle"]);
  return ended(await settleDifference(context, form), HERE, "settled");
}

type Difference = NonNullable<StaffDifferencesQuery["bookDifferences"]>["edges"][number]["node"];

function DifferenceCase({ row }: { row: Difference }) {
  const t = useDeskWords();
  const language = useLanguage();
  return (
    <article className="case">
      <div>
        <h3>
          {row.kindDisplay}
          <span className="tag">{row.gatewayName}</span>
        </h3>
        <p className="m2 ask num">{[row.pspReference, t.foundAt(formatMoment(row.foundAt, language)), t.seenAt(formatMoment(row.seenAt, language))].join(" · ")}</p>
      </div>
      <div>{row.transaction ? <Link className="link sm" to={`/staff/payments/${row.transaction.token}`}>{row.transaction.order ? t.paidOrder(row.transaction.order.number) : t.toPayment}</Link> : null}</div>
      <div className="full">
        <dl className="tally">
          <div>
            <dt>{t.here}</dt>
            <dd>{bookWords(row.here, language) || t.nothingThere}</dd>
          </div>
          <div>
            <dt>{t.there}</dt>
            <dd>{bookWords(row.there, language) || t.nothingThere}</dd>
          </div>
        </dl>
        {row.settledAt ? (
          <p className="sm sub">{`${formatMoment(row.settledAt, language)} · ${row.note || t.byItself}`}</p>
        ) : (
          <form method="post" className="field-row" data-once={t.busy}>
            <input type="hidden" name="intent" value="settle" />
            <input type="hidden" name="id" value={row.id} />
            <Field label={t.note} name="note" maxLength={500} required />
            <Button kind="2">{t.settle}</Button>
          </form>
        )}
      </div>
    </article>
  );
}

export default function DifferencesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { differences, isSettled, isFirst, isDone } = loaderData;
  const t = useDeskWords();
  const rows = nodesOf(differences);
  return (
    <StaffPage title={t.differences} lead={t.differencesLead} hasErrors={Boolean(actionData?.errors?.length)}>
      <Outcome errors={actionData?.errors} done={isDone ? t.didSettle : null} />
      <Panel
        title={isSettled ? t.settledTab : t.standingTab}
        count={differences?.totalCount ?? 0}
        flush
        more={
          <nav className="tabs" aria-label={t.differences}>
            <Link to={HERE} aria-current={isSettled ? undefined : "page"}>{t.standingTab}</Link>
            <Link to={`${HERE}?state=settled`} aria-current={isSettled ? "page" : undefined}>{t.settledTab}</Link>
          </nav>
        }
      >
        {rows.map((row) => (
          <DifferenceCase key={row.id} row={row} />
        ))}
        {rows.length ? null : <Nothing head={isSettled ? t.settledNone : t.differencesNone}>{isSettled ? null : t.differencesNoneBody}</Nothing>}
      </Panel>
      <Pages page={differences} here={HERE} query={isSettled ? "state=settled" : ""} label={t.next} isFirst={isFirst} />
    </StaffPage>
  );
}
