import type { StaffDepositsQuery } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { PaymentLink, StateTag, useDeskWords, useWon } from "./parts.tsx";
import { FoundTag } from "./StatementPreview.tsx";

export type Deposit = NonNullable<StaffDepositsQuery["bankDeposits"]>["edges"][number]["node"];

function Hidden({ intent, id }: { intent: string; id: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

function Open({ deposit }: { deposit: Deposit }) {
  const t = useDeskWords();
  const won = useWon();
  return (
    <div className="full">
      {deposit.suggestions.length ? (
        <ul className="fits">
          {deposit.suggestions.map((one) => (
            <li key={one.token}>
              <PaymentLink payment={one} />
              <StateTag payment={one} />
              <span className="sub num">{t.awaits(won(one.chargePendingAmount))}</span>
              <form method="post" data-once={t.busy}>
                <Hidden intent="match" id={deposit.id} />
                <input type="hidden" name="transactionId" value={one.id} />
                <Button kind="1" size="s">{t.fitsThis}</Button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="sm sub">{t.nobody}</p>
      )}
      <details>
        <summary>{`${t.byNumber} · ${t.ignore}`}</summary>
        <form method="post" className="field-row" data-once={t.busy}>
          <Hidden intent="match" id={deposit.id} />
          <Field label={t.orderNumber} name="orderNumber" inputMode="numeric" maxLength={20} required />
          <Button kind="2">{t.doMatch}</Button>
        </form>
        <form method="post" className="field-row" data-once={t.busy}>
          <Hidden intent="ignore" id={deposit.id} />
          <Field label={`${t.ignoreHead}: ${t.ignoreWhy}`} name="reason" maxLength={200} required />
          <Button kind="2">{t.ignore}</Button>
        </form>
      </details>
    </div>
  );
}

function Matched({ deposit }: { deposit: Deposit }) {
  const t = useDeskWords();
  return (
    <div className="full">
      <p className="sm">
        {deposit.transaction ? <PaymentLink payment={deposit.transaction} /> : null} <span className="tag">{deposit.isDecidedByStaff ? t.byHand : t.byRule}</span>
      </p>
      <details>
        <summary>{t.undo}</summary>
        <form method="post" className="field-row" data-once={t.busy}>
          <Hidden intent="unmatch" id={deposit.id} />
          <Field label={t.undoWhy} hint={t.undoNote} name="reason" maxLength={200} required />
          <Button kind="x">{t.undo}</Button>
        </form>
      </details>
    </div>
  );
}

/** One deposit, with what can be done about it. */
export function DepositCase({ deposit }: { deposit: Deposit }) {
  const t = useDeskWords();
  const won = useWon();
  const language = useLanguage();
  return (
    <article className="case">
      <div>
        <h3>
          <span className="ask">{deposit.depositor || "–"}</span>
          {deposit.status === "UNMATCHED" ? <FoundTag found={deposit.found} /> : null}
        </h3>
        <p className="m2 ask num">{[formatMoment(deposit.bookedAt, language), deposit.memo].filter(Boolean).join(" · ")}</p>
      </div>
      <p className="won">{won(deposit.amount)}</p>
      {deposit.status === "UNMATCHED" ? <Open deposit={deposit} /> : null}
      {deposit.status === "MATCHED" ? <Matched deposit={deposit} /> : null}
      {deposit.status === "IGNORED" ? (
        <form method="post" className="full" data-once={t.busy}>
          <Hidden intent="reopen" id={deposit.id} />
          <p className="sm sub">{deposit.ignoredReason}</p>
          <div>
            <Button kind="2" size="s">{t.reopen}</Button>
          </div>
        </form>
      ) : null}
    </article>
  );
}
