import type { StaffPaymentQuery, TransactionActionEnum } from "~/gql/operations";
import type { FieldError } from "~/lib/form.ts";
import { errorOf } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { useDeskWords } from "./parts.tsx";
import { byHand, mostOf } from "./state.ts";

type Payment = NonNullable<StaffPaymentQuery["transaction"]>;

export interface Wish {
  kind: TransactionActionEnum;
  amount: number;
  reason: string;
}

/** What is about to be asked, in words, once more. */
export function Confirm({ wish, payment, here }: { wish: Wish; payment: Payment; here: string }) {
  const t = useDeskWords();
  const language = useLanguage();
  return (
    <section className="confirm" aria-labelledby="sure">
      <h2 id="sure">{wish.kind === "CANCEL" ? t.sureCancel : t.sure(t[wish.kind], formatWon(wish.amount, language))}</h2>
      {wish.reason ? <p>{wish.reason}</p> : null}
      <p className="sm">{wish.kind === "REFUND" && byHand(payment) ? t.sureByHand : t.sureNote}</p>
      <form method="post" className="acts" data-once={t.busy}>
        <input type="hidden" name="intent" value="confirm" />
        <input type="hidden" name="kind" value={wish.kind} />
        <input type="hidden" name="amount" value={wish.amount} />
        <input type="hidden" name="reason" value={wish.reason} />
        <Button kind="1">{t.doIt}</Button>
        <ButtonLink kind="2" to={here}>{t.notNow}</ButtonLink>
      </form>
    </section>
  );
}

function AskForm({ kind, payment, errors, wish }: { kind: TransactionActionEnum; payment: Payment; errors: readonly FieldError[] | undefined; wish?: { kind: string; amount: string; reason: string } }) {
  const t = useDeskWords();
  const language = useLanguage();
  const most = mostOf(payment, kind);
  const mine = wish?.kind === kind;
  const id = `${kind.toLowerCase()}-amount`;
  return (
    <form method="post" className="stack-form" noValidate>
      <input type="hidden" name="intent" value="check" />
      <input type="hidden" name="kind" value={kind} />
      {kind === "CANCEL" ? null : (
        <div className="field-row">
          <Field id={id} label={t.actionAmount} hint={t.most(formatWon(most, language))} name="amount" inputMode="numeric" defaultValue={mine ? wish.amount : String(most)} error={mine ? errorOf(errors, "amount")?.message : null} required />
          <Field id={`${kind.toLowerCase()}-reason`} label={t.actionReason} name="reason" maxLength={200} defaultValue={mine ? wish.reason : ""} error={mine ? errorOf(errors, "reason")?.message : null} required={kind === "REFUND"} />
        </div>
      )}
      <div>
        <Button kind="2">{`${t[kind]}: ${t.check}`}</Button>
      </div>
    </form>
  );
}

/** What can be asked of the provider now; each form leads to the confirmation. */
export function AskProvider({ payment, errors, wish }: { payment: Payment; errors: readonly FieldError[] | undefined; wish?: { kind: string; amount: string; reason: string } }) {
  const t = useDeskWords();
  const kinds = payment.actions.filter((kind) => mostOf(payment, kind) > 0);
  return (
    <Panel title={t.ask}>
      {kinds.length ? (
        <div className="desk-grid">
          <p className="sm sub">{t.askNote}</p>
          {kinds.map((kind) => (
            <AskForm key={kind} kind={kind} payment={payment} errors={errors} wish={wish} />
          ))}
        </div>
      ) : (
        <p className="sm sub">{t.askNone}</p>
      )}
    </Panel>
  );
}
