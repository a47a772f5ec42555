import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { sortCertificates } from "~/ui/Certificate.tsx";
import { Local } from "~/ui/Local.tsx";
import { cx } from "~/ui/cx.ts";
import { clothOf } from "~/ui/cloth.ts";
import { Icon } from "~/ui/Icon.tsx";
import type { ProductFull, SellerFull } from "./product.server.ts";

/** Certificates with their validity: a seal where valid, amber where it ends soon, dashed where preliminary. */
export function CertificateList({ certificates }: { certificates: SellerFull["certificates"] }) {
  const t = useMessages().product;
  const language = useLanguage();
  if (certificates.length === 0) return <p className="sm mute no-cert">{t.noCertificates}</p>;
  return (
    <ul className="cc" aria-label={t.certificates}>
      {sortCertificates(certificates).map((certificate) => {
        const { kind, state, validUntil } = certificate;
        const isSoon = state === "EXPIRING";
        const validity = validUntil ? (isSoon ? t.soon : t.until)(formatDate(validUntil, language)) : t.noExpiry(formatDate(certificate.checkedOn, language));
        return (
          <li key={certificate.id} className={cx(isSoon && "soon", kind.isPreliminary && "pre")}>
            <Icon name={isSoon ? "alert" : kind.isPreliminary ? "doc" : "seal"} />
            <span>
              <b>{kind.shortName}</b>
              <span className="v num">
                {certificate.authority} · <Local text={certificate.number} /> · {validity}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What the product claims, each beside its evidence and the day somebody looked at it. */
export function ValueClaims({ claims }: { claims: ProductFull["valueClaims"] }) {
  const t = useMessages().product;
  const language = useLanguage();
  const first = claims[0];
  if (!first) return null;
  return (
    <section className="claim" aria-labelledby="claims">
      <span className={`pt c-${clothOf(first.theme.cloth)}`}>
        <Icon name="seal" size="l" />
      </span>
      <h2 id="claims">{t.values}</h2>
      <p className="sm sub note-line">{t.valuesNote}</p>
      <ul className="ev">
        {claims.map((claim) => (
          <li key={claim.id}>
            <b>
              <span className={`val v-${clothOf(claim.theme.cloth)}`}>{claim.theme.name}</span> {claim.statement}
            </b>
            <p className="src">
              {t.evidence(claim.evidence)}
              {claim.issuedOn ? ` (${t.issued(formatDate(claim.issuedOn, language))})` : null}
            </p>
            <p className="ok">
              <b>{t.checked}</b>
              <time dateTime={claim.checkedOn}>{formatDate(claim.checkedOn, language)}</time>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
