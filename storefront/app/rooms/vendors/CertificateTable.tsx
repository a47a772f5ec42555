import { formatDate } from "~/lib/dates.ts";
import { useLanguage, useMessages } from "~/lib/i18n/index.ts";
import { Certificate, sortCertificates } from "~/ui/Certificate.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table, type Column } from "~/ui/Table.tsx";
import type { VendorFull } from "./vendors.server.ts";

const badge = (row: Row) => <Certificate certificate={row} />;

type Row = VendorFull["certificates"][number];

/** Every paper with number, authority and dates; those that ran out stay visible, struck through. */
export function CertificateTable({ certificates, caption, withBasis }: { certificates: readonly Row[]; caption: string; withBasis?: boolean }) {
  const t = useMessages();
  const language = useLanguage();
  const v = t.vendors;
  const columns: Column<Row>[] = [
    { head: v.kind, isMain: true, cell: badge },
    { head: v.authority, cell: (row) => row.authority },
    { head: v.number, cell: (row) => <Local text={row.number} /> },
    ...(withBasis ? [{ head: t.pub.basis, cell: (row: Row) => row.kind.legalBasis }] : []),
    { head: v.valid, cell: (row) => (row.validUntil ? `~ ${formatDate(row.validUntil, language)}` : t.pub.noExpiry) },
    { head: v.checked, cell: (row) => formatDate(row.checkedOn, language) },
  ];
  return <Table caption={caption} columns={columns} rows={sortCertificates(certificates)} keyOf={(row) => row.id} />;
}
