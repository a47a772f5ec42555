import type { CertificateBadgeFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { Icon } from "./Icon.tsx";

interface Props {
  certificate: CertificateBadgeFragment;
  /** Print the end of validity also where it is far away. */
  withDate?: boolean;
}

/**
 * A seal only stands where a checked and valid certificate stands behind it. A preliminary designation (예비) is dashed and has
 * none; one that ends soon is amber with its date; an expired one is struck through.
 */
export function Certificate({ certificate, withDate }: Props) {
  const t = useMessages().product;
  const language = useLanguage();
  const { kind, state, validUntil } = certificate;
  const date = validUntil ? formatDate(validUntil, language) : null;
  if (state === "EXPIRED") return <span className="cert old">{[kind.shortName, date].filter(Boolean).join(" ")}</span>;
  if (state === "EXPIRING") {
    return (
      <span className="cert soon">
        <Icon name="alert" />
        <span>
          {kind.shortName} {date ? <span className="nw">{t.until(date)}</span> : null}
        </span>
      </span>
    );
  }
  if (kind.isPreliminary) return <span className="cert pre">{kind.shortName}{withDate && date ? ` ~${date}` : null}</span>;
  return (
    <span className="cert">
      <Icon name="seal" />
      {kind.shortName}
      {withDate && date ? <span className="num"> ~{date}</span> : null}
    </span>
  );
}

/** What the enterprise is comes first, then papers about ratios or items; the soonest to end before the rest. */
export function sortCertificates<T extends CertificateBadgeFragment>(certificates: readonly T[]): T[] {
  const rank = (c: T) => (c.state === "EXPIRED" ? 4 : 0) + (c.kind.isEnterpriseKind ? 0 : 2) + (c.kind.isPreliminary ? 1 : 0);
  return [...certificates].sort((a, b) => rank(a) - rank(b));
}
