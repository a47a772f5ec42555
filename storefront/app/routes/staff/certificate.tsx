import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { StaffCertificateQuery } from "~/gql/operations";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { decide, loadCase } from "~/rooms/certificates/certificates.server.ts";
import { PaperFacts, PaperView, StandingTag } from "~/rooms/certificates/parts.tsx";
import { checkWords } from "~/rooms/certificates/staffWords.ts";
import { WayList } from "~/rooms/certificates/Ways.tsx";
import { Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Button } from "~/ui/Button.tsx";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/certificate";
import "~/styles/certificates.css";

export const handle = { islands: [formIsland] };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { certificate: await loadCase(context, params.id) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, ["verify", "reject", "revoke"]);
  const errors = await decide(context, params.id, intent, form);
  if (errors.length) return data({ errors, intent, reason: readText(form, "reason", 1_000) }, { status: 400 });
  return redirect(`/staff/certificates?done=${intent}`, 303);
}

type Case = NonNullable<StaffCertificateQuery["vendorCertificate"]>;
interface Tried {
  errors: FieldError[];
  intent: string;
  reason: string;
}

/** What a decision brings or takes, before anybody presses the button. */
function Preview({ certificate, head }: { certificate: Case; head: string }) {
  const t = checkWords(useLanguage());
  const { kind, opens } = certificate;
  return (
    <div className="preview">
      <b>{head}</b>
      <span>{kind.isPreliminary ? t.preBadge(kind.shortName) : t.badge(kind.shortName)}</span>
      {opens.length ? <WayList ways={opens} /> : <span className="mute">{t.noWays}</span>}
    </div>
  );
}

function Refusal({ intent, tried }: { intent: "reject" | "revoke"; tried?: Tried }) {
  const t = checkWords(useLanguage());
  const mine = tried?.intent === intent ? tried : undefined;
  return (
    <form method="post" className="confirm-box" data-once={t.busy} noValidate>
      <input type="hidden" name="intent" value={intent} />
      <TextArea id={`reason-${intent}`} name="reason" label={t.reason} hint={intent === "revoke" ? t.revokeHint : t.reasonHint} defaultValue={mine?.reason} error={errorOf(mine?.errors, "reason")?.message} rows={3} maxLength={500} required />
      <div>
        <Button kind={intent === "revoke" ? "x" : "2"}>{t[intent]}</Button>
      </div>
    </form>
  );
}

function Decision({ certificate, tried }: { certificate: Case; tried?: Tried }) {
  const t = checkWords(useLanguage());
  if (certificate.isOwn) return <Notice kind="warn">{t.ownNote}</Notice>;
  if (certificate.status === "SUBMITTED") {
    return (
      <>
        <form method="post" className="confirm-box" data-once={t.busy}>
          <input type="hidden" name="intent" value="verify" />
          <Preview certificate={certificate} head={t.appears} />
          <div>
            <Button kind="1">{t.verify}</Button>
          </div>
        </form>
        <Refusal intent="reject" tried={tried} />
      </>
    );
  }
  return (
    <details open={tried?.intent === "revoke"}>
      <summary>{t.revokeOpen}</summary>
      <div className="confirm-box">
        <Preview certificate={certificate} head={t.goes} />
        <Refusal intent="revoke" tried={tried} />
      </div>
    </details>
  );
}

function Registered({ vendor }: { vendor: NonNullable<Case["vendor"]> }) {
  const t = checkWords(useLanguage());
  const rows: [string, string][] = [
    [t.legalName, vendor.legalName],
    [t.representative, vendor.representative],
    [t.businessNumber, vendor.businessNumber],
    [t.address, vendor.address],
  ];
  return (
    <>
      <dl className="facts-list num">
        {rows.map(([label, value]) => (
          <div key={label} className="pair">
            <dt>{label}</dt>
            <dd><Local text={value} /></dd>
          </div>
        ))}
      </dl>
      <p className="sm mute marks-now">{t.marksNow}</p>
      <div className="certs">
        {vendor.certificates.length ? sortCertificates(vendor.certificates).map((one) => <Certificate key={one.id} certificate={one} withDate />) : <span className="sm">{t.noMarks}</span>}
      </div>
    </>
  );
}

export default function CertificateCasePage({ loaderData, actionData }: Route.ComponentProps) {
  const { certificate } = loaderData;
  const t = checkWords(useLanguage());
  const { kind, vendor, elsewhere } = certificate;
  const others = actionData?.errors.filter((error) => error.field !== "reason");
  const isOpen = certificate.status === "SUBMITTED" || certificate.status === "VERIFIED";
  return (
    <StaffPage title={`${kind.shortName} · ${vendor?.name ?? ""}`} lead={<StandingTag standing={certificate.standing} />} crumb={<Link to="/staff/certificates">{t.title}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={others} />
      {elsewhere.length ? <Notice kind="warn" head={t.elsewhere}>{elsewhere.map((one) => one.name).join(", ")}</Notice> : null}
      {certificate.decisionNote ? <Notice kind="plain" head={t.reason}>{certificate.decisionNote}</Notice> : null}
      <div className="beside">
        <Panel title={t.paper}>
          <PaperView file={certificate.file} label={`${kind.shortName} ${t.paper}`} />
        </Panel>
        <div>
          <Panel title={t.typed}>
            <PaperFacts certificate={certificate} people={{ handedIn: certificate.submittedBy, checked: certificate.checkedBy }} />
            {certificate.replaces ? <p className="sm mute">{t.replaces}: <Local text={certificate.replaces.number} /></p> : null}
            <p className="sm register">{kind.registerUrl ? <a className="link" href={kind.registerUrl} rel="noreferrer" target="_blank">{t.register(kind.authority)}</a> : <span className="mute">{t.noRegister}</span>}</p>
          </Panel>
          {vendor ? (
            <Panel title={t.registered} more={<Link className="link sm more" to={`/staff/vendors/${encodeURIComponent(vendor.id)}`}>{vendor.name}</Link>}>
              <Registered vendor={vendor} />
            </Panel>
          ) : null}
          {isOpen ? (
            <Panel title={t.decide}>
              <Decision certificate={certificate} tried={actionData} />
            </Panel>
          ) : null}
        </div>
      </div>
    </StaffPage>
  );
}
