import type { BudgetRowFragment } from "~/gql/operations";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { sharesOf, usedOf } from "~/rooms/agency/budget.ts";
import { budgetBarWords } from "~/rooms/agency/budgetBarWords.ts";
import { Button } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { ShareBar } from "~/ui/ShareBar.tsx";
import { Table } from "~/ui/Table.tsx";
import { linePath } from "./state.ts";
import { budgetWords } from "./words.ts";

type Sums = Pick<BudgetRowFragment, "appropriated" | "held" | "committed" | "spent" | "available">;

/** What is used, held and left, as a bar. */
export function SumsBar({ sums }: { sums: Sums }) {
  const t = budgetBarWords(useLanguage());
  const shares = sharesOf({ appropriated: sums.appropriated.amount, held: sums.held.amount, used: usedOf(sums) });
  return <ShareBar used={shares.usedPercent} held={shares.heldPercent} isWarning={shares.isTight} label={t.says(shares.usedPercent, shares.heldPercent)} />;
}

const isTight = (sums: Sums) => sharesOf({ appropriated: sums.appropriated.amount, held: sums.held.amount, used: usedOf(sums) }).isTight;

/** The figures above a list or a line. */
export function SumsFigures({ sums, label }: { sums: Sums; label: string }) {
  const t = budgetWords(useLanguage());
  const figures: [string, number][] = [[t.appropriated, sums.appropriated.amount], [t.held, sums.held.amount], [t.committed, sums.committed.amount], [t.spent, sums.spent.amount], [t.left, sums.available.amount]];
  return (
    <section className="bud-sums num" aria-label={label}>
      <dl>
        {figures.map(([name, amount]) => (
          <div key={name} className={name === t.left && isTight(sums) ? "tight" : undefined}>
            <dt>{name}</dt>
            <dd>{formatNumber(amount)}</dd>
          </div>
        ))}
      </dl>
      <SumsBar sums={sums} />
    </section>
  );
}

export function LineTable({ lines, caption }: { lines: readonly BudgetRowFragment[]; caption: string }) {
  const t = budgetWords(useLanguage());
  const number = (head: string, key: "appropriated" | "held" | "committed" | "spent") => ({ head, align: "r" as const, cell: (line: BudgetRowFragment) => <span className="num">{formatNumber(line[key].amount)}</span> });
  return (
    <Table
      caption={caption}
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        {
          head: t.line, isMain: true,
          cell: (line) => (
            <div className="bud-name">
              <Link className="link" to={linePath(line.id)}><b className="num">{line.code}</b> <b><Local text={line.name} /></b></Link>
              <small className="mute"><Local text={[line.account, line.project].filter(Boolean).join(" · ")} /></small>
            </div>
          ),
        },
        { head: t.of, cell: (line) => (line.department ? <Local text={line.department.name} /> : <span className="mute">{t.whole}</span>) },
        number(t.appropriated, "appropriated"),
        number(t.held, "held"),
        number(t.committed, "committed"),
        number(t.spent, "spent"),
        { head: t.left, align: "r", cell: (line) => <b className={isTight(line) ? "num tight" : "num"}>{formatNumber(line.available.amount)}</b> },
        { head: t.share, cell: (line) => <SumsBar sums={line} /> },
      ]}
    />
  );
}

interface AddProps {
  year: number;
  departments: readonly { id: string; name: string }[];
  idempotency: string;
  errors?: readonly FieldError[];
  given?: Record<string, string | undefined>;
}

/** A form for one line; it opens by itself when something is to be mended. */
export function AddLine({ year, departments, idempotency, errors, given = {} }: AddProps) {
  const t = budgetWords(useLanguage());
  const of = (name: string) => errorOf(errors ? [...errors] : undefined, name)?.message;
  return (
    <details className="panel bud-add" open={Boolean(errors?.length)} id="add">
      <summary>{t.addHead}</summary>
      <form method="post" className="bd bud-form">
        <input type="hidden" name="key" value={idempotency} />
        <Field label={t.year} name="fiscalYear" inputMode="numeric" defaultValue={given.fiscalYear ?? String(year)} error={of("fiscalYear")} required maxLength={4} />
        <Select label={t.department} name="department" defaultValue={given.department ?? ""} error={of("department")} options={[{ value: "", label: t.whole }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} />
        <Field label={t.account} name="account" defaultValue={given.account ?? "일반회계"} error={of("account")} required maxLength={60} />
        <Field label={t.project} name="project" defaultValue={given.project ?? ""} error={of("project")} maxLength={120} />
        <Field label={t.code} name="code" defaultValue={given.code ?? ""} error={of("code")} hint={t.example} required maxLength={20} />
        <Field label={t.name} name="name" defaultValue={given.name ?? ""} error={of("name")} required maxLength={80} />
        <Field label={t.amount} name="appropriated" inputMode="numeric" defaultValue={given.appropriated ?? ""} error={of("appropriated")} required maxLength={22} />
        <Field label={t.note} name="note" defaultValue={given.note ?? ""} hint={t.noteHint} maxLength={200} />
        <p className="wide"><Button kind="1">{t.add}</Button></p>
      </form>
    </details>
  );
}
