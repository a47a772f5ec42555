import type { VendorPurchaseRowFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import { PurchaseTag, purchasePath, Won } from "./parts.tsx";
import { usePurchaseWords } from "./words.ts";

type Row = VendorPurchaseRowFragment;

function What({ row }: { row: Row }) {
  const t = usePurchaseWords();
  const { lines } = row.vendorOrder;
  const url = lines.find((line) => line.thumbnail)?.thumbnail?.url;
  return (
    <span className="order-goods">
      {url ? <img src={imagePath(url)} alt="" width={44} height={44} loading="lazy" /> : <span className="blank" />}
      <span>
        <Link className="link" to={purchasePath(row.id)}><Local text={row.title} /></Link>
        <small className="mute">
          <span className="num">{row.number}</span> · <Local text={`${lines[0]?.productName ?? ""}${lines.length > 1 ? t.more(lines.length - 1) : ""}`} />
        </small>
      </span>
    </span>
  );
}

export function PurchaseRows({ rows }: { rows: readonly Row[] }) {
  const language = useLanguage();
  const t = usePurchaseWords();
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { head: t.what, isMain: true, cell: (row) => <What row={row} /> },
        { head: t.who, cell: (row) => <Local text={[row.agency.name, row.department?.name].filter(Boolean).join(" ")} /> },
        { head: t.amount, align: "r", cell: (row) => <span className="num"><Won amount={row.vendorOrder.total.gross.amount} /></span> },
        { head: t.deliverBy, cell: (row) => <span className="num">{formatDate(row.deliverBy, language)}</span> },
        { head: t.state, cell: (row) => <PurchaseTag status={row.status} /> },
        {
          head: t.act, align: "r", cell: (row) => {
            const word = row.status === "ISSUED" ? t.answer : t.open;
            return <ButtonLink size="s" kind={row.status === "ISSUED" ? "1" : "2"} to={purchasePath(row.id)} aria-label={`${word}: ${row.number}`}>{word}</ButtonLink>;
          },
        },
      ]}
    />
  );
}
