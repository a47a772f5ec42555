import type { DeskCertificateFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { loadCertificatesPage } from "~/rooms/certificates/certificates.server.ts";
import { certificatePath, Ending, StandingTag } from "~/rooms/certificates/parts.tsx";
import { WayList, Ways } from "~/rooms/certificates/Ways.tsx";
import { certificateWords } from "~/rooms/certificates/words.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/certificates";
import "~/styles/certificates.css";

export const loader = ({ context, request }: Route.LoaderArgs) => loadCertificatesPage(context, request);

/** One certificate: what it is, until when, and what became of it. */
function CertificateRow({ certificate }: { certificate: DeskCertificateFragment }) {
  const language = useLanguage();
  const t = certificateWords(language);
  const { kind, standing } = certificate;
  const left = standing === "EXPIRING" && certificate.daysLeft !== null ? ` · ${t.leftDays(certificate.daysLeft)}` : "";
  const isOpen = standing === "VALID" || standing === "EXPIRING" || standing === "WAITING";
  return (
    <article className="cert-row">
      <div>
        <h3>
          <Link className="link" to={certificatePath(certificate.id)}>{kind.shortName}</Link>
          {certificate.item ? <Local text={certificate.item} /> : null}
          <StandingTag standing={standing} />
        </h3>
        <p className="m2 num">
          <Local text={certificate.number} /> · {certificate.authority} · {t.issued} {formatDate(certificate.issuedOn, language)}
        </p>
      </div>
      <p className="sm num">{certificate.validUntil ? t.until(formatDate(certificate.validUntil, language)) : t.noEnd}{left}</p>
      {certificate.decisionNote ? (
        <p className="full">
          <span><b>{standing === "REVOKED" ? t.revokedWhy : t.reason}</b> {certificate.decisionNote}</span>
        </p>
      ) : null}
      {isOpen ? (
        <div className="full">
          {certificate.opens.length ? (
            <>
              <b className="sm">{standing === "WAITING" ? t.wouldOpen : t.opens}</b>
              <WayList ways={certificate.opens} />
            </>
          ) : (
            <span className="mute">{kind.isPreliminary ? t.pre : t.opensNone}</span>
          )}
        </div>
      ) : null}
      {standing === "RETURNED" ? (
        <p className="full"><ButtonLink size="s" to={`/vendor/certificates/new?again=${encodeURIComponent(certificate.id)}`}>{t.again}</ButtonLink></p>
      ) : null}
    </article>
  );
}

function Group({ title, certificates }: { title: string; certificates: DeskCertificateFragment[] }) {
  if (!certificates.length) return null;
  return (
    <Panel title={title} count={certificates.length} flush>
      {certificates.map((certificate) => (
        <CertificateRow key={certificate.id} certificate={certificate} />
      ))}
    </Panel>
  );
}

export default function CertificatesPage({ loaderData }: Route.ComponentProps) {
  const { certificates, ways, done } = loaderData;
  const t = certificateWords(useLanguage());
  const of = (...standings: string[]) => certificates.filter((one) => standings.includes(one.standing));
  const ending = of("EXPIRING").sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  return (
    <CentrePage title={t.title} lead={t.lead} acts={<ButtonLink kind="1" to="/vendor/certificates/new">{t.add}</ButtonLink>}>
      <Outcome errors={undefined} done={t.done[done]} />
      {ending.length ? (
        <div className="cert-ends">
          {ending.map((certificate) => (
            <Ending key={certificate.id} certificate={certificate} ways={ways} />
          ))}
        </div>
      ) : null}
      <div className="desk-grid">
        {certificates.length ? null : (
          <Panel title={t.counting}>
            <Nothing head={t.none}>{t.noneBody}</Nothing>
          </Panel>
        )}
        <Group title={t.returned} certificates={of("RETURNED")} />
        <Group title={t.waiting} certificates={of("WAITING")} />
        <Group title={t.counting} certificates={[...ending, ...of("VALID")]} />
        <Panel title={t.ways} note={t.waysLead} flush>
          <Ways ways={ways} caption={t.ways} />
        </Panel>
        <Group title={t.past} certificates={of("EXPIRED", "REVOKED", "WITHDRAWN")} />
      </div>
    </CentrePage>
  );
}
