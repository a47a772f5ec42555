import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { BankAccountPartsFragment, TeamAccountQuery } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { errorOf, readIntent, readSecret, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { paperPath } from "~/rooms/joining/Papers.tsx";
import { BANKS } from "~/rooms/payments/banks.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { OpenWork } from "~/rooms/team/OpenWork.tsx";
import { closeVendor, doneOf, isTooLong, loadAccount, nameAccount, vendorFor } from "~/rooms/team/team.server.ts";
import { accountDeskWords, teamWords } from "~/rooms/team/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select, TextArea } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account";
import "~/styles/team.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/account";

export async function loader({ context, request }: Route.LoaderArgs) {
  const id = await vendorFor(context, request, "MANAGE_ACCOUNT");
  return { ...(await loadAccount(context, id)), done: doneOf(context) };
}

type Typed = { bank: string; number: string; holder: string };
type Answer = { errors: FieldError[]; typed?: Typed; closing?: string };

export async function action({ context, request }: Route.ActionArgs) {
  const id = await vendorFor(context, request, "MANAGE_ACCOUNT");
  const t = accountDeskWords(appOf(context).language);
  if (isTooLong(request)) return data<Answer>({ errors: [{ field: "bankbook", code: "INVALID", message: t.tooLarge }] }, { status: 413 });
  const form = await request.formData();
  const intent = readIntent(form, ["account", "look", "close"]);
  if (intent === "account") return changeAccount(context, id, form, t);
  const reason = readText(form, "reason", 500);
  if (!reason) return data<Answer>({ errors: [{ field: "reason", code: "REQUIRED", message: t.needReason }] }, { status: 400 });
  if (intent === "look") return data<Answer>({ errors: [], closing: reason });
  const errors = await closeVendor(context, id, reason);
  return errors.length ? data<Answer>({ errors, closing: undefined }, { status: 400 }) : redirect(`${HERE}?done=closed`, 303);
}

async function changeAccount(context: Route.ActionArgs["context"], id: string, form: FormData, t: ReturnType<typeof accountDeskWords>) {
  const typed = { bank: readText(form, "bank", 20), number: readText(form, "number", 30), holder: readText(form, "holder", 60) };
  const bank = BANKS.find((one) => one.code === typed.bank);
  const password = readSecret(form, "password");
  const faults: FieldError[] = [];
  if (!bank) faults.push({ field: "bank", code: "REQUIRED", message: t.needBank });
  if (!password) faults.push({ field: "password", code: "REQUIRED", message: t.needPassword });
  const errors = faults.length || !bank ? faults : await nameAccount(context, id, form, { ...typed, bank: bank.code, password });
  if (!errors.length) return redirect(`${HERE}?done=account`, 303);
  return data<Answer>({ errors: errors.map((error) => (error.message ? error : { ...error, message: t.needFile })), typed }, { status: 400 });
}

type Account = BankAccountPartsFragment & { bankbookCopy: { name: string; url: string } | null };

function useBankName(): (code: string) => string {
  const language = useLanguage();
  return (code) => BANKS.find((bank) => bank.code === code)?.[language] ?? code;
}

function InUse({ account }: { account: Account | undefined }) {
  const language = useLanguage();
  const t = accountDeskWords(language);
  const bankName = useBankName();
  return (
    <Panel title={t.now}>
      {account ? (
        <>
          <p className="acct num">
            {bankName(account.bank)} ···{account.lastDigits}{" "}
            {account.checkedAt ? <span className="tag ok">{t.checked(formatDate(account.checkedAt, language))}</span> : <span className="tag warn">{t.unchecked}</span>}
          </p>
          <p className="sm mute num">
            {t.since(formatDate(account.createdAt, language))}
            {account.bankbookCopy ? (
              <>
                {" · "}
                <Link className="link" to={paperPath(account.bankbookCopy)}>{t.bankbook}</Link>
              </>
            ) : null}
          </p>
        </>
      ) : (
        <Nothing head={t.nowNone}>{t.nowNoneBody}</Nothing>
      )}
    </Panel>
  );
}

function Past({ accounts }: { accounts: Account[] }) {
  const language = useLanguage();
  const t = accountDeskWords(language);
  const bankName = useBankName();
  if (!accounts.length) return null;
  return (
    <Panel title={t.past} count={accounts.length}>
      <ul className="open-items num">
        {accounts.map((account) => (
          <li key={account.id}>
            <b>
              {bankName(account.bank)} ···{account.lastDigits}
            </b>
            <span>{account.endedAt ? t.ended(formatDate(account.endedAt, language)) : null}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Change({ typed, errors }: { typed?: Typed; errors: FieldError[] | undefined }) {
  const language = useLanguage();
  const [t, w] = [accountDeskWords(language), teamWords(language)];
  const fileError = errorOf(errors, "bankbook")?.message;
  return (
    <Panel title={t.change}>
      <form method="post" encType="multipart/form-data" className="stack-form" data-once={w.busy} noValidate>
        <p className="desk-sub">{t.changeBody}</p>
        <input type="hidden" name="intent" value="account" />
        <div className="two-col">
          <Select id="bank" name="bank" label={t.bank} defaultValue={typed?.bank ?? ""} error={errorOf(errors, "bank")?.message} options={[{ value: "", label: t.chooseBank }, ...BANKS.map((bank) => ({ value: bank.code, label: bank[language] }))]} />
          <Field id="number" name="number" label={t.number} inputMode="numeric" autoComplete="off" defaultValue={typed?.number} error={errorOf(errors, "number")?.message} required />
          <Field id="holder" name="holder" label={t.holder} autoComplete="off" defaultValue={typed?.holder} error={errorOf(errors, "holder")?.message} required />
          <Field id="password" name="password" type="password" label={t.password} hint={t.passwordHint} autoComplete="current-password" error={errorOf(errors, "password")?.message} required />
        </div>
        <div className="field">
          <label htmlFor="bankbook">{t.bankbook}</label>
          <input className="filein" id="bankbook" type="file" name="bankbook" accept="application/pdf,image/jpeg,image/png" required aria-describedby="bankbook-hint" aria-invalid={fileError ? true : undefined} />
          <p className="hint" id="bankbook-hint">{t.bankbookHint}</p>
          {fileError ? (
            <p className="err">
              <Icon name="alert" size="s" />
              <span>{fileError}</span>
            </p>
          ) : null}
        </div>
        <div>
          <Button kind="1">{t.save}</Button>
        </div>
      </form>
    </Panel>
  );
}

type Preview = NonNullable<TeamAccountQuery["vendorStatusPreview"]>;

function Leave({ preview, errors }: { preview: Preview; errors: FieldError[] | undefined }) {
  const language = useLanguage();
  const t = accountDeskWords(language);
  const work = preview.openWork;
  const isOpen = work.orderCount + work.withdrawalCount > 0;
  return (
    <Panel title={t.close}>
      <form method="post" className="stack-form" noValidate>
        <p className="desk-sub">{t.closeBody}</p>
        {isOpen ? (
          <>
            <Notice kind="warn">{t.cannot}</Notice>
            <OpenWork work={work} />
          </>
        ) : (
          <>
            <TextArea id="reason" name="reason" label={t.closeReason} rows={2} maxLength={500} error={errorOf(errors, "reason")?.message} />
            <div>
              <Button name="intent" value="look">{t.closeLook}</Button>
            </div>
          </>
        )}
      </form>
    </Panel>
  );
}

function Confirm({ reason, preview }: { reason: string; preview: Preview }) {
  const language = useLanguage();
  const [t, w] = [accountDeskWords(language), teamWords(language)];
  return (
    <section className="confirm" aria-labelledby="closing">
      <h2 id="closing">{t.closeAsk}</h2>
      <p>
        {t.closeEffect(w.pieces(preview.openWork.liveProducts))} {t.closeBody}
      </p>
      <form method="post" className="acts">
        <input type="hidden" name="reason" value={reason} />
        <Button kind="x" name="intent" value="close">{t.closeYes}</Button>
        <ButtonLink to={HERE}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

function History({ rows }: { rows: NonNullable<TeamAccountQuery["vendorDesk"]>["statusHistory"] }) {
  const language = useLanguage();
  const [t, w] = [accountDeskWords(language), teamWords(language)];
  if (!rows.length) return null;
  return (
    <Panel title={t.history}>
      <ul className="steps-line">
        {rows.map((row) => (
          <li key={row.id}>
            <time className="num" dateTime={row.at}>{formatDate(row.at, language)}</time>
            <span>
              <b>{w.statuses[row.toStatus]}</b>
              <span className="m2">{row.reason}</span>
            </span>
            <span className="sm mute">{row.isByStaff ? t.byStaff : t.byUs}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, preview, done } = loaderData;
  const t = accountDeskWords(useLanguage());
  const answer = actionData as Answer | undefined;
  const errors = answer?.errors.length ? answer.errors : undefined;
  const accounts = desk.bankAccounts ?? [];
  const isClosed = desk.vendor.status === "CLOSED";
  return (
    <CentrePage title={t.title} lead={t.lead} hasErrors={Boolean(errors)}>
      <Outcome errors={errors} done={answer ? null : t.done[done]} />
      {answer?.closing ? <Confirm reason={answer.closing} preview={preview} /> : null}
      <div className="desk-grid two">
        <div className="col">
          <InUse account={accounts.find((account) => !account.endedAt)} />
          <Change typed={answer?.typed} errors={errors} />
        </div>
        <div className="col">
          <Past accounts={accounts.filter((account) => account.endedAt)} />
          {isClosed ? <Notice kind="info">{t.closed}</Notice> : <Leave preview={preview} errors={errors} />}
          <History rows={desk.statusHistory} />
        </div>
      </div>
    </CentrePage>
  );
}
