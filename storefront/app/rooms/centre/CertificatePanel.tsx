import type { BuyingWayFragment, DeskCertificateFragment } from "~/gql/operations";
import { useLanguage } from "~/lib/i18n/index.ts";
import { CertificateLine, certificatePath, Ending, StandingTag } from "~/rooms/certificates/parts.tsx";
import { certificateWords } from "~/rooms/certificates/words.ts";
import { Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import "~/styles/certificates.css";

/** Certificates on the centre's first page: what ends soonest, with what hangs on it, then what counts. Data: loadCertificates. */
export function CertificatePanel({ certificates, ways }: { certificates: readonly DeskCertificateFragment[]; ways: readonly BuyingWayFragment[] }) {
  const t = certificateWords(useLanguage());
  const ending = certificates.filter((one) => one.standing === "EXPIRING").sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  const valid = certificates.filter((one) => one.standing === "VALID");
  const waiting = certificates.filter((one) => one.standing === "WAITING" || one.standing === "RETURNED");
  const [first, ...rest] = ending;
  const listed = [...rest, ...valid];
  return (
    <Panel title={t.title} more={<Link className="link sm more" to="/vendor/certificates">{t.all}</Link>}>
      {first ? <Ending certificate={first} ways={ways} level={3} /> : null}
      {listed.length ? (
        <ul className="certs-list">
          {listed.map((certificate) => (
            <CertificateLine key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      ) : null}
      {waiting.length ? (
        <ul className="certs-list">
          {waiting.map(({ id, kind, standing }) => (
            <li key={id} className="cert-line">
              <Icon name="clock" />
              <Link className="link" to={certificatePath(id)}>{kind.shortName}</Link>
              <StandingTag standing={standing} />
            </li>
          ))}
        </ul>
      ) : null}
      {first || listed.length || waiting.length ? null : (
        <Nothing head={t.none}>
          <p>{t.noneBody}</p>
          <ButtonLink size="s" to="/vendor/certificates/new">{t.add}</ButtonLink>
        </Nothing>
      )}
    </Panel>
  );
}
