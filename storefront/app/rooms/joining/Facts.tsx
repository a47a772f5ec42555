import type { ReactNode } from "react";
import type { ApplicationFactsFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { BANKS } from "~/rooms/payments/banks.ts";
import { Local } from "~/ui/Local.tsx";
import { fieldWords } from "./words.ts";
import type { Step } from "./steps.ts";

export interface Fact {
  field: string;
  label: string;
  value: ReactNode;
}

/** What was filled in, step by step, as both sides read it. Papers are drawn apart. */
export function useFacts(application: ApplicationFactsFragment): Record<Exclude<Step, "papers" | "send">, Fact[]> & { certificate: Fact[] } {
  const language = useLanguage();
  const f = fieldWords(language);
  const fact = (field: string, value: ReactNode): Fact => ({ field, label: f.fields[field] ?? field, value });
  const text = (field: string, value: string): Fact => fact(field, value ? <Local text={value} /> : null);
  const day = (field: string, value: string | null): Fact => fact(field, value ? formatDate(value, language) : null);
  const bank = BANKS.find((one) => one.code === application.account?.bank)?.[language] ?? "";
  const { mailOrderNumber, mailOrderExemption, account } = application;
  const mailOrder = mailOrderNumber ? <Local text={mailOrderNumber} /> : mailOrderExemption ? <Local text={f.exempt(mailOrderExemption)} /> : null;
  return {
    business: [
      text("businessNumber", application.businessNumber), text("legalName", application.legalName), fact("legalForm", application.legalForm ? f.forms[application.legalForm] : null),
      text("representative", application.representative), day("openedOn", application.openedOn), fact("mailOrderNumber", mailOrder),
    ],
    about: [
      text("name", application.name), fact("kind", application.kind?.name), fact("introduction", application.introduction ? <span className="pre"><Local text={application.introduction} /></span> : null), text("phone", application.phone),
      text("email", application.email), text("postalCode", application.postalCode), fact("district", application.district?.name), text("address", application.address),
    ],
    certificate: application.certificateNumber || application.certificateIssuedOn ? [text("certificateNumber", application.certificateNumber), day("certificateIssuedOn", application.certificateIssuedOn), day("certificateValidUntil", application.certificateValidUntil)] : [],
    account: [fact("bank", bank || null), fact("accountNumber", account?.lastDigits ? f.account("", account.lastDigits).trim() : null), text("accountHolder", account?.holder ?? "")],
  };
}

/** What the tax service said, as one line. */
export function StateLine({ application }: { application: ApplicationFactsFragment }) {
  const language = useLanguage();
  const f = fieldWords(language);
  const state = application.businessState;
  if (!state) return <>{f.none}</>;
  const looks = { ACTIVE: "tag ok", SUSPENDED: "tag warn", CLOSED: "tag bad", UNREGISTERED: "tag bad", ASKING: "tag", UNANSWERED: "tag warn" };
  return (
    <span className="state-line">
      <span className={looks[state.state]}>{f.states[state.state]}</span> {state.checkedAt && state.state !== "UNANSWERED" ? <span className="sm sub">{f.asOf(formatMoment(state.checkedAt, language))}</span> : null}
      {state.isOffline ? <span className="sm sub"> {f.offline}</span> : null}
    </span>
  );
}

/** What happened so far, newest last. */
export function History({ application, words, who }: { application: ApplicationFactsFragment; words: Record<ApplicationFactsFragment["status"], string>; who?: (step: ApplicationFactsFragment["steps"][number]) => string }) {
  const language = useLanguage();
  const f = fieldWords(language);
  return (
    <ol className="join-history">
      {application.steps.map((step) => (
        <li key={step.id}>
          <time className="num" dateTime={step.at}>{formatMoment(step.at, language)}</time>
          <div>
            <b>{words[step.status]}</b>
            {who ? <span className="sm sub"> {who(step)}</span> : null}
            {step.note ? <p className="pre"><Local text={step.note} /></p> : null}
            {step.points.length ? (
              <ul className="dots">
                {step.points.map((point) => (
                  <li key={point.field}>
                    {`${f.fields[point.field] ?? point.field}: `}
                    <Local text={point.reason} />
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
