import formIsland from "~/islands/form.ts?worker&url";
import type { StaffOverviewQuery, StaffTransactionFragment } from "~/gql/operations";
import { formatWeekday } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { ended, loadOverview, retry } from "~/rooms/payments/desk.server.ts";
import { Outcome, Pages, StateTag, useDeskWords, useWon } from "~/rooms/payments/parts.tsx";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/payments";

export const handle = { islands: [formIsland] };
const HERE = "/staff/payments";

export async function loader({ context, request }: Route.LoaderArgs) {
  return { ...(await loadOverview(context)), now: new Date().toISOString(), isDone: new URL(request.url).searchParams.get("done") === "retried" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  readIntent(form, ["retry"]);
  return ended(await retry(context, form), HERE, "retried");
}

type Overview = NonNullable<StaffOverviewQuery["paymentOverview"]>;

function Numbers({ overview }: { overview: Overview }) {
  const t = useDeskWords();
  const won = useWon();
  const { receivedToday, refundedToday, awaited, refunds, refundsLate, differences, deadActions, deadMessages } = overview;
  const dead = deadActions + deadMessages;
  return (
    <div className="k4 num">
      <div>
        <span>{t.received}</span>
        <b>
          {t.won ? null : "₩"}
          {formatNumber(receivedToday.amount.amount)}
          {t.won ? <small>{t.won}</small> : null}
        </b>
        <em>{t.receivedNote(receivedToday.count, won(refundedToday.amount))}</em>
      </div>
      <Link to={`${HERE}/deposits`}>
        <span>{t.awaited}</span>
        <b>{formatNumber(awaited.count)}</b>
        <em>{t.awaitedNote(won(awaited.amount))}</em>
      </Link>
      <Link to={`${HERE}/refunds`}>
        <span>{t.toSend}</span>
        <b>{formatNumber(refunds.count)}</b>
        <em className={refundsLate ? "late" : undefined}>{refundsLate ? t.late(refundsLate) : t.toSendNote(won(refunds.amount))}</em>
      </Link>
      <Link to={differences ? `${HERE}/differences` : "#given-up"}>
        <span>{t.trouble}</span>
        <b>{formatNumber(differences + dead)}</b>
        <em className={differences + dead ? "late" : undefined}>{t.troubleNote(differences, dead)}</em>
      </Link>
    </div>
  );
}

function Payments({ payments }: { payments: StaffTransactionFragment[] }) {
  const t = useDeskWords();
  const won = useWon();
  const language = useLanguage();
  if (!payments.length) return <Nothing head={t.notFound}>{t.notFoundBody}</Nothing>;
  return (
    <Table
      caption={t.recent}
      keyOf={(row) => row.token}
      rows={payments}
      columns={[
        { head: t.order, isMain: true, cell: (row) => <Link className="link" to={`${HERE}/${row.token}`}>{row.order?.number ?? t.noOrder}</Link> },
        { head: t.means, cell: (row) => (row.transferReference ? `${row.name} · ${row.transferReference}` : row.name) },
        { head: t.began, cell: (row) => formatMoment(row.createdAt, language) },
        { head: t.state, cell: (row) => <StateTag payment={row} /> },
        { head: t.amount, align: "r", cell: (row) => <span className="num sum">{won(row.amount)}</span> },
      ]}
    />
  );
}

function Dead({ actions, messages }: { actions: NonNullable<StaffOverviewQuery["deadPaymentActions"]>; messages: NonNullable<StaffOverviewQuery["deadProviderMessages"]> }) {
  const t = useDeskWords();
  const won = useWon();
  const language = useLanguage();
  if (!actions.length && !messages.length) return <Nothing head={t.deadNone}>{t.deadNoneBody}</Nothing>;
  return (
    <>
      {actions.map((row) => (
        <div className="case" key={row.id}>
          <div>
            <h3>
              <Link className="link" to={`${HERE}/${row.transaction.token}`}>{row.transaction.order ? t.paidOrder(row.transaction.order.number) : t.noOrder}</Link> {t[row.kind]}
            </h3>
            <p className="m2 ask">{`${formatMoment(row.createdAt, language)} · ${t.tries(row.attempts)} · ${row.lastError}`}</p>
          </div>
          <p className="won">{won(row.amount)}</p>
          <Again id={row.id} of="action" />
        </div>
      ))}
      {messages.map((row) => (
        <div className="case" key={row.id}>
          <div>
            <h3>{t.message}</h3>
            <p className="m2 ask">{`${row.gatewayName} · ${row.type} · ${row.pspReference} · ${row.lastError}`}</p>
          </div>
          <p className="won">
            <small>{formatMoment(row.receivedAt, language)}</small>
          </p>
          <Again id={row.id} of="message" />
        </div>
      ))}
    </>
  );
}

function Again({ id, of }: { id: string; of: "action" | "message" }) {
  const t = useDeskWords();
  return (
    <form method="post" className="full" data-once={t.busy}>
      <input type="hidden" name="intent" value="retry" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="of" value={of} />
      <div>
        <Button kind="2" size="s">{t.retry}</Button>
      </div>
    </form>
  );
}

function Comparisons({ rows }: { rows: Overview["comparisons"] }) {
  const t = useDeskWords();
  const language = useLanguage();
  if (!rows.length) return <Nothing head={t.booksNone}>{t.booksNoneBody}</Nothing>;
  return (
    <ul className="steps-line bd">
      {rows.map((row) => (
        <li key={row.gateway}>
          <time dateTime={row.endedAt}>{formatMoment(row.endedAt, language)}</time>
          <span>
            <b>{row.gatewayName}</b>
            <span className="m2">{row.error ? `${t.failed}: ${row.error}` : t.comparison(row.checked, row.healed)}</span>
          </span>
          <span className={row.error || row.standing ? "tag bad" : "tag ok"}>{t.standing(row.standing)}</span>
        </li>
      ))}
    </ul>
  );
}

export default function PaymentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { paymentOverview, transactions, deadPaymentActions, deadProviderMessages, search, isFirst, isDone, now } = loaderData;
  const t = useDeskWords();
  const language = useLanguage();
  return (
    <StaffPage title={t.title} lead={t.lead(formatWeekday(new Date(now), language))}>
      <Outcome errors={actionData?.errors} done={isDone ? t.retried : null} />
      {paymentOverview ? <Numbers overview={paymentOverview} /> : null}
      <div className="desk-grid two">
        <Panel title={t.recent} count={transactions?.totalCount ?? 0} flush more={search ? <Link className="more" to={HERE}>{t.all}</Link> : null}>
          <form method="get" className="desk-find bd" role="search">
            <Field label={t.search} name="q" type="search" defaultValue={search} />
            <Button kind="2">{t.find}</Button>
          </form>
          <Payments payments={nodesOf(transactions)} />
          <Pages page={transactions} here={HERE} query={search ? `q=${encodeURIComponent(search)}` : ""} label={t.next} isFirst={isFirst} />
        </Panel>
        <div className="col">
          <Panel title={t.books} flush>
            <Comparisons rows={paymentOverview?.comparisons ?? []} />
          </Panel>
          <div id="given-up">
            <Panel title={t.dead} count={(paymentOverview?.deadActions ?? 0) + (paymentOverview?.deadMessages ?? 0)} flush>
              <Dead actions={deadPaymentActions ?? []} messages={deadProviderMessages ?? []} />
            </Panel>
          </div>
        </div>
      </div>
    </StaffPage>
  );
}
