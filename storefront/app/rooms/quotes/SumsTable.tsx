import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon, type VatSplit } from "~/lib/money.ts";
import { Local } from "~/ui/Local.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Answer, Asked, Sums } from "./answer.ts";
import { useAskedWords } from "./askedWords.ts";

interface Row { key: string; name: string; amounts: VatSplit | null }

/** What the agency will read in the comparison: each line, the delivery, and all of it, with VAT apart. */
export function SumsTable({ asked, answer, sums }: { asked: Asked; answer: Answer; sums: Sums }) {
  const language = useLanguage();
  const t = useAskedWords();
  const won = (amount: number | undefined) => (amount === undefined ? "–" : formatWon(amount, language));
  const rows: Row[] = [
    ...answer.lines.map((line, at) => ({ key: line.itemId, name: `${at + 1}. ${asked.items[at]?.name ?? ""}`, amounts: sums.lines[at] ?? null })),
    { key: "delivery", name: t.delivery, amounts: sums.delivery },
    ...(sums.total ? [{ key: "total", name: t.all, amounts: sums.total }] : []),
  ];
  return (
    <div className="quote-sums" id={sums.total ? "sums" : undefined}>
      <Table
        caption={t.sums}
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          { head: t.item, isMain: true, cell: (row) => <Local text={row.name} /> },
          { head: t.supply, align: "r", cell: (row) => <span className="num">{won(row.amounts?.supply)}</span> },
          { head: t.tax, align: "r", cell: (row) => <span className="num">{won(row.amounts?.tax)}</span> },
          { head: t.sum, align: "r", cell: (row) => <b className="num">{won(row.amounts?.total)}</b> },
        ]}
      />
    </div>
  );
}
