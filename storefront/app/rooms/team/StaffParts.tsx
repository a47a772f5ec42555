import type { OpenWorkFragment, StaffVendorQuery } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { Panel } from "~/rooms/desk/DeskFrame.tsx";
import { BANKS } from "~/rooms/payments/banks.ts";
import { paperPath } from "~/rooms/joining/Papers.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Checkbox, TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { OpenWork } from "./OpenWork.tsx";
import { staffVendorWords } from "./staffWords.ts";
import { teamWords } from "./words.ts";

export type StaffDesk = NonNullable<StaffVendorQuery["vendorDesk"]>;

function useWords() {
  const language = useLanguage();
  return { language, t: staffVendorWords(language), w: teamWords(language) };
}

export function Facts({ desk }: { desk: StaffDesk }) {
  const { language, t, w } = useWords();
  const { vendor, profile } = desk;
  const rows: [string, string | null][] = [
    [t.legalName, vendor.legalName],
    [t.representative, vendor.representative],
    [t.number, vendor.businessNumber],
    [t.legalForm, w.forms[profile.legalForm]],
    [t.kind, vendor.kindName],
    [t.mailOrder, vendor.mailOrderNumber],
    [t.phone, vendor.phone],
    [t.email, vendor.email],
    [t.address, vendor.address],
    [t.since, formatDate(vendor.joinedOn, language)],
    [t.holiday, vendor.holiday ? `${formatDate(vendor.holiday.startsOn, language)} – ${formatDate(vendor.holiday.endsOn, language)}` : null],
  ];
  return (
    <Panel title={t.facts} more={vendor.status === "ACTIVE" ? <Link className="more" to={`/vendors/${encodeURIComponent(vendor.slug)}`}>{t.shop}</Link> : null}>
      <dl className="desk-dl">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label} className="pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  );
}

export function Rechecks({ desk, note }: { desk: StaffDesk; note?: string }) {
  const { language, t, w } = useWords();
  const rechecks = desk.rechecks ?? [];
  if (!rechecks.length) return null;
  return (
    <Panel title={t.rechecks} count={rechecks.filter((recheck) => recheck.status === "OPEN").length} flush>
      {rechecks.map((recheck) => (
        <div className="recheck" key={recheck.id}>
          <h3>
            <span className={recheck.status === "OPEN" ? "tag acc" : recheck.status === "REFUSED" ? "tag warn" : "tag ok"}>{w.rechecks[recheck.status]}</span>{" "}
            <span className="sm mute num">{t.changedOn(formatDate(recheck.createdAt, language))}</span>
          </h3>
          <ul>
            {recheck.changes.map((change) => (
              <li key={change.field}>{w.changed(w.facts[change.field] ?? change.field, change.old, change.new)}</li>
            ))}
          </ul>
          {recheck.note ? <p className="desk-sub">{recheck.note}</p> : null}
          {recheck.status === "OPEN" ? <Decide id={recheck.id} desk={desk} note={note} /> : null}
        </div>
      ))}
    </Panel>
  );
}

function Decide({ id, desk, note }: { id: string; desk: StaffDesk; note?: string }) {
  const { t } = useWords();
  return (
    <form method="post" className="stack-form">
      <input type="hidden" name="id" value={id} />
      <TextArea id="note" name="reason" label={t.note} hint={t.noteHint} rows={2} maxLength={500} defaultValue={note} />
      <fieldset className="ck-list">
        <legend>{t.revoke}</legend>
        {desk.vendor.certificates.map((certificate) => (
          <Checkbox key={certificate.id} name="certificate" value={certificate.id} label={certificate.kind.shortName} note={certificate.number} />
        ))}
        {desk.vendor.certificates.length ? null : <p className="sm mute">{t.revokeNone}</p>}
      </fieldset>
      <div className="row-acts">
        <Button name="intent" value="refuse">{t.refuse}</Button>
        <Button kind="1" name="intent" value="confirm">{t.confirm}</Button>
      </div>
    </form>
  );
}

export function Certificates({ desk }: { desk: StaffDesk }) {
  const { language, t } = useWords();
  return (
    <Panel title={t.certificates} count={desk.vendor.certificates.length} more={<Link className="more" to="/staff/certificates">{t.allCertificates}</Link>}>
      {desk.vendor.certificates.length ? (
        <ul className="open-items">
          {desk.vendor.certificates.map((certificate) => (
            <li key={certificate.id}>
              <Link className="link" to={`/staff/certificates/${encodeURIComponent(certificate.id)}`}>{certificate.kind.shortName}</Link>
              <span className="num">{certificate.number}</span>
              {certificate.validUntil ? <time className="num" dateTime={certificate.validUntil}>{formatDate(certificate.validUntil, language)}</time> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="desk-sub">{t.noCertificates}</p>
      )}
    </Panel>
  );
}

export function Members({ desk }: { desk: StaffDesk }) {
  const { t, w } = useWords();
  const members = desk.members ?? [];
  return (
    <Panel title={t.members} count={members.length}>
      <ul className="open-items">
        {members.map((member) => (
          <li key={member.id}>
            <b>{`${member.lastName}${member.firstName}`.trim() || member.email}</b>
            <span className="tag">{w.roles[member.role]}</span>
            <span>{member.email}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Account = NonNullable<StaffDesk["bankAccounts"]>[number];

export function Accounts({ desk }: { desk: StaffDesk }) {
  const { t } = useWords();
  const accounts = desk.bankAccounts ?? [];
  const now = accounts.find((account) => !account.endedAt);
  const past = accounts.filter((account) => account.endedAt);
  return (
    <Panel title={t.account}>
      {now ? <InUse account={now} /> : <p className="desk-sub">{t.accountNone}</p>}
      {past.length ? (
        <details>
          <summary>
            {t.past} {past.length}
          </summary>
          <ul className="open-items num">
            {past.map((account) => (
              <li key={account.id}>
                {bankOf(account.bank, "ko")} ···{account.lastDigits}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}

const bankOf = (code: string, language: "ko" | "en") => BANKS.find((bank) => bank.code === code)?.[language] ?? code;

function InUse({ account }: { account: Account }) {
  const { language, t } = useWords();
  return (
    <>
      <p className="acct num">
        {bankOf(account.bank, language)} {account.number ?? `···${account.lastDigits}`}{" "}
        {account.checkedAt ? <span className="tag ok">{t.checked(formatDate(account.checkedAt, language))}</span> : <span className="tag warn">{t.unchecked}</span>}
      </p>
      <p className="desk-sub">
        {t.holder}: {account.holder ?? "–"} · {account.bankbookCopy ? <Link className="link" to={paperPath(account.bankbookCopy)}>{t.bankbook}</Link> : t.noBankbook}
      </p>
      {account.checkedAt ? null : (
        <form method="post">
          <input type="hidden" name="id" value={account.id} />
          <Button name="intent" value="checked">{t.check}</Button>
        </form>
      )}
    </>
  );
}

export function Work({ work }: { work: OpenWorkFragment }) {
  const { t, w } = useWords();
  return (
    <Panel title={t.work}>
      <p className="desk-sub">{t.live(w.pieces(work.liveProducts))}</p>
      {work.orderCount + work.withdrawalCount ? <OpenWork work={work} /> : <p className="desk-sub">{t.workNone}</p>}
    </Panel>
  );
}

export type Move = "suspend" | "close" | "reopen";
const MOVES: Record<StaffDesk["vendor"]["status"], readonly Move[]> = { ACTIVE: ["suspend", "close"], SUSPENDED: ["reopen", "close"], CLOSED: ["reopen"] };

export function States({ desk, reason, error }: { desk: StaffDesk; reason?: string; error?: string }) {
  const { t, w } = useWords();
  const { status } = desk.vendor;
  return (
    <Panel title={t.states} more={<span className={status === "ACTIVE" ? "tag ok" : "tag warn"}>{w.statuses[status]}</span>}>
      <form method="post" className="stack-form" noValidate>
        <input type="hidden" name="intent" value="look" />
        <TextArea id="reason" name="reason" label={t.reason} rows={2} maxLength={500} defaultValue={reason} error={error} />
        <div className="row-acts">
          {MOVES[status].map((move) => (
            <Button key={move} name="move" value={move} kind={move === "reopen" ? "1" : "2"}>
              {t[move]}
            </Button>
          ))}
        </div>
      </form>
    </Panel>
  );
}

export function Trust({ desk, error }: { desk: StaffDesk; error?: string }) {
  const { t } = useWords();
  return (
    <Panel title={t.trustHead}>
      <form method="post" className="stack-form" noValidate>
        <p className="desk-sub">{desk.isTrusted ? t.trusted : t.untrusted}</p>
        <TextArea id="trust-reason" name="reason" label={t.trustReason} rows={2} maxLength={500} error={error} />
        <div>
          <Button name="intent" value={desk.isTrusted ? "distrust" : "trust"}>{desk.isTrusted ? t.distrust : t.trust}</Button>
        </div>
      </form>
    </Panel>
  );
}

export function Confirm({ move, reason, work, here }: { move: Move; reason: string; work: OpenWorkFragment; here: string }) {
  const { t, w } = useWords();
  return (
    <section className="confirm" aria-labelledby="moving">
      <h2 id="moving">{t.ask[move]}</h2>
      <p>{t.effect[move]}</p>
      <p className="desk-sub">{t.live(w.pieces(work.liveProducts))}</p>
      {move === "reopen" ? null : <OpenWork work={work} />}
      <form method="post" className="acts">
        <input type="hidden" name="reason" value={reason} />
        <Button kind={move === "reopen" ? "1" : "x"} name="intent" value={move}>{t.yes[move]}</Button>
        <ButtonLink to={here}>{w.cancel}</ButtonLink>
      </form>
    </section>
  );
}

export function History({ desk }: { desk: StaffDesk }) {
  const { language, t, w } = useWords();
  if (!desk.statusHistory.length) return null;
  return (
    <Panel title={t.history}>
      <ul className="steps-line">
        {desk.statusHistory.map((row) => (
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
