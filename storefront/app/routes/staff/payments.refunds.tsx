import formIsland from "~/islands/form.ts?worker&url";
import type { StaffRefundsQuery } from "~/gql/operations";
import { formatDate, formatDay } from "~/lib/dates.ts";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { BANKS } from "~/rooms/payments/banks.ts";
import { ended, loadRefunds, markSent, noteAccount } from "~/rooms/payments/desk.server.ts";
import { Outcome, Pages, PaymentLink, useDeskWords, useWon } from "~/rooms/payments/parts.tsx";
import { reasonWords } from "~/rooms/payments/state.ts";
import { Nothing, Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/payments.refunds";

export const handle = { islands: [formIsland] };
const HERE = "/staff/payments/refunds";

export const loader = ({ context }: Route.LoaderArgs) => loadRefunds(context);

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, ["sent", "account"]);
  return ended(intent === "sent" ? await markSent(context, form) : await noteAccount(context, form), HERE, intent);
}

type Refund = NonNullable<StaffRefundsQuery["refundsToSend"]>["edges"][number]["node"];

function Account({ account }: { account: Refund["account"] }) {
  const t = useDeskWords();
  if (!account) return <Notice kind="warn">{t.noAccount}</Notice>;
  if (!account.accountNumber) return <Notice kind="warn">{t.lostAccount}</Notice>;
  return <p className="acct">{`${account.bankName} ${account.accountNumber} ${account.holder ?? ""}`}</p>;
}

function AccountForm({ refund }: { refund: Refund }) {
  const t = useDeskWords();
  const language = useLanguage();
  if (!refund.order) return null;
  return (
    <details>
      <summary>{refund.account ? t.changeAccount : t.noteAccount}</summary>
      <form method="post" className="field-row" data-once={t.busy}>
        <input type="hidden" name="intent" value="account" />
        <input type="hidden" name="orderId" value={refund.order.id} />
        <Select label={t.bank} name="bank" options={BANKS.map((bank) => ({ value: bank.code, label: bank[language] }))} />
        <Field label={t.accountNumber} name="accountNumber" inputMode="numeric" maxLength={40} required />
        <Field label={t.holder} name="holder" maxLength={60} required />
        <Button kind="2">{t.keep}</Button>
      </form>
    </details>
  );
}

function RefundCase({ refund }: { refund: Refund }) {
  const t = useDeskWords();
  const won = useWon();
  const language = useLanguage();
  return (
    <article className="case">
      <div>
        <h3>
          <PaymentLink payment={{ token: refund.transaction.token, order: refund.order }} />
          {refund.order ? <span className="tag">{refund.order.statusDisplay}</span> : null}
        </h3>
        <p className="m2 num">{[t.since(formatDay(refund.askedAt, language)), refund.transaction.name, reasonWords(refund.reason, language)].filter(Boolean).join(" · ")}</p>
      </div>
      <p className="won">
        {won(refund.amount)}
        <small className={refund.isLate ? "late" : undefined}>{refund.isLate ? `${t.sendBy(formatDate(refund.sendBy, language))} · ${t.isLate}` : t.sendBy(formatDate(refund.sendBy, language))}</small>
      </p>
      <div className="full">
        <Account account={refund.account} />
        <AccountForm refund={refund} />
        <form method="post" className="field-row" data-once={t.busy}>
          <input type="hidden" name="intent" value="sent" />
          <input type="hidden" name="id" value={refund.id} />
          <Field label={t.reference} name="reference" maxLength={100} />
          <Button kind={refund.isLate ? "1" : "2"}>{t.sent}</Button>
        </form>
      </div>
    </article>
  );
}

export default function RefundsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { refunds, isFirst, done } = loaderData;
  const t = useDeskWords();
  const rows = nodesOf(refunds);
  return (
    <StaffPage title={t.refunds} lead={t.refundsLead} hasErrors={Boolean(actionData?.errors?.length)}>
      <Outcome errors={actionData?.errors} done={done === "sent" ? t.didSend : done === "account" ? t.didNote : null} />
      <Notice kind="info">{t.law}</Notice>
      <Panel title={t.toSend} count={refunds?.totalCount ?? 0} flush>
        {rows.map((refund) => (
          <RefundCase key={refund.id} refund={refund} />
        ))}
        {rows.length ? null : <Nothing head={t.refundsNone}>{t.refundsNoneBody}</Nothing>}
      </Panel>
      <Pages page={refunds} here={HERE} label={t.nextRefunds} isFirst={isFirst} />
    </StaffPage>
  );
}
