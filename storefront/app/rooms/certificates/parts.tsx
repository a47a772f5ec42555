import type { BuyingWayFragment, DeskCertificateFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { asWhat, highest, openersOf, sayDay, shortWon, spent, withoutThose, withSubject } from "./ways.ts";
import { certificateWords } from "./words.ts";
import { BarFill } from "~/ui/BarFill.tsx";

export const certificatePath = (id: string): string => `/vendor/certificates/${encodeURIComponent(id)}`;
export const renewPath = (id: string): string => `/vendor/certificates/new?renew=${encodeURIComponent(id)}`;

const TAGS: Record<DeskCertificateFragment["standing"], string> = { DRAFT: "tag", WAITING: "tag info", VALID: "tag ok", EXPIRING: "tag warn", EXPIRED: "tag", RETURNED: "tag bad", REVOKED: "tag bad", WITHDRAWN: "tag" };

export function StandingTag({ standing }: { standing: DeskCertificateFragment["standing"] }) {
  const t = certificateWords(useLanguage());
  return <span className={TAGS[standing]}>{t.standing[standing]}</span>;
}

/** What changes on the day after the last: in one or two sentences, as far as contracts hang on it. */
function useWhatChanges(): (certificate: DeskCertificateFragment, ways: readonly BuyingWayFragment[]) => string {
  const language = useLanguage();
  const t = certificateWords(language);
  const as = (way: BuyingWayFragment) => {
    const names = openersOf(way).join(" · ");
    return language === "ko" ? asWhat(names) : `As ${names}`;
  };
  return (certificate, ways) => {
    const gone = highest(certificate.opens, 1);
    const left = withoutThose(ways, certificate.opens);
    const base = highest(left.filter((way) => !way.certificates.length), 1);
    if (!gone || !base?.upTo) return t.badgeGoes(certificate.kind.shortName);
    const other = highest(left.filter((way) => way.certificates.length), 1);
    const stays = other ? (other.upTo ? t.stays(as(other), shortWon(other.upTo.amount, language)) : t.staysAny(as(other))) : "";
    return `${t.onlyUpTo(as(gone), shortWon(base.upTo.amount, language))} ${stays}`.trim();
  };
}

/** One that ends soon: how many days are left, what goes with it, and the one thing to do. */
export function Ending({ certificate, ways, level = 2 }: { certificate: DeskCertificateFragment; ways: readonly BuyingWayFragment[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const language = useLanguage();
  const t = certificateWords(language);
  const changes = useWhatChanges();
  const { issuedOn, validUntil, daysLeft } = certificate;
  if (!validUntil || daysLeft === null) return null;
  const { all, passed } = spent(issuedOn, validUntil, daysLeft);
  return (
    <section className="cert-end">
      <Heading>{t.endsIn(language === "ko" ? withSubject(certificate.kind.shortName) : certificate.kind.shortName, daysLeft)}</Heading>
      <p>
        <span className="num">{t.after(sayDay(validUntil, language))}</span> {changes(certificate, ways)}
      </p>
      <div className="bar" role="img" aria-label={t.passed(formatDate(issuedOn, language), all, passed)}>
        <BarFill percent={(passed / all) * 100} />
      </div>
      <p className="num" aria-hidden="true">{t.passed(formatDate(issuedOn, language), all, passed)}</p>
      {certificate.renewal ? <Link className="btn btn-2 btn-s" to={certificatePath(certificate.renewal.id)}>{t.renewalWaits}</Link> : <ButtonLink size="s" to={renewPath(certificate.id)}>{t.renew}</ButtonLink>}
    </section>
  );
}

/** One that counts, in a line: seal, name, until when. */
export function CertificateLine({ certificate }: { certificate: DeskCertificateFragment }) {
  const language = useLanguage();
  const t = certificateWords(language);
  return (
    <li className={certificate.kind.isPreliminary ? "cert-line pre" : "cert-line"}>
      <Icon name={certificate.kind.isPreliminary ? "doc" : "seal"} />
      <span>
        <Link className="link" to={certificatePath(certificate.id)}>{certificate.kind.shortName}</Link> {certificate.item ? <Local text={certificate.item} /> : null}
      </span>
      <span className="num">{certificate.validUntil ? formatDate(certificate.validUntil, language) : t.noEnd}</span>
    </li>
  );
}

/** What the paper says, as it was typed. */
export function PaperFacts({ certificate, people }: { certificate: DeskCertificateFragment; people?: { handedIn?: string | null; checked?: string | null } }) {
  const language = useLanguage();
  const t = certificateWords(language);
  const rows: [string, React.ReactNode][] = [
    [t.kind, certificate.kind.name],
    [t.number, <Local key="n" text={certificate.number} />],
    [t.authority, certificate.authority],
    ...(certificate.item ? [[t.item, <Local key="i" text={certificate.item} />] as [string, React.ReactNode]] : []),
    [t.issued, formatDate(certificate.issuedOn, language)],
    [t.validUntil, certificate.validUntil ? formatDate(certificate.validUntil, language) : t.noEnd],
    ...(certificate.submittedAt ? [[t.handedIn, [formatDate(certificate.submittedAt, language), people?.handedIn].filter(Boolean).join(" · ")] as [string, React.ReactNode]] : []),
    ...(certificate.checkedOn ? [[t.checked, [formatDate(certificate.checkedOn, language), people?.checked].filter(Boolean).join(" · ")] as [string, React.ReactNode]] : []),
    [t.basis, certificate.kind.legalBasis],
  ];
  return (
    <dl className="facts-list num">
      {rows.map(([label, value]) => (
        <div key={label} className="pair">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The paper itself where it is a picture, and in any case the way to it. */
export function PaperView({ file, label }: { file: DeskCertificateFragment["file"]; label: string }) {
  const t = certificateWords(useLanguage());
  const key = file ? UUID.exec(file.url)?.[0] : null;
  if (!file || !key) return <p className="sub sm">{t.noFile}</p>;
  return (
    <figure className="paper-view">
      {file.contentType.startsWith("image/") ? <img src={`/documents/${key}`} alt={label} /> : <Icon name="doc" size="l" />}
      <figcaption className="sm">
        <Link className="link" to={`/documents/${key}`}>{file.name}</Link> <span className="mute num">{`${Math.max(1, Math.round(file.size / 1000)).toLocaleString("ko")} kB`}</span>
      </figcaption>
    </figure>
  );
}
