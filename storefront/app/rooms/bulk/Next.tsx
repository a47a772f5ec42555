import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { actionOf, countOf, type Run } from "./state.ts";
import { bulkWords } from "./words.ts";

function Box({ title, lines, children }: { title: string; lines: string[]; children: React.ReactNode }) {
  return (
    <section className="panel bulk-next" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** What would happen, and the button that makes it happen. */
function ToApply({ run }: { run: Run }) {
  const t = bulkWords(useLanguage());
  const bad = countOf(run, "BAD");
  if (!countOf(run, "GOOD")) {
    return (
      <Box title={t.nothingToApply} lines={[bad ? t.nothingBad : t.nothingSame]}>
        <p className="acts"><ButtonLink kind="1" to="/vendor/bulk">{t.again}</ButtonLink></p>
      </Box>
    );
  }
  const [fresh, added, changed] = [actionOf(run, "CREATE"), actionOf(run, "ADD_VARIANT"), actionOf(run, "UPDATE")];
  const lines = [
    fresh.rows ? t.willCreate(formatNumber(fresh.products), run.asksForReview) : "",
    added.rows ? t.willAdd(formatNumber(added.rows)) : "",
    changed.rows ? t.willChange(formatNumber(changed.products)) : "",
    added.rows || changed.rows ? t.willReview : "",
    bad ? t.willLeave(formatNumber(bad)) : "",
  ].filter(Boolean);
  return (
    <Box title={t.applyTitle} lines={lines}>
      <form method="post" className="acts" data-once={t.applying}>
        <Button kind="1" name="intent" value="apply">{t.apply}</Button>
        {bad ? <ButtonLink to="/vendor/bulk">{t.again}</ButtonLink> : null}
      </form>
    </Box>
  );
}

function UndoForm() {
  const t = bulkWords(useLanguage());
  return (
    <details className="bulk-undo">
      <summary>{t.undoOpen}</summary>
      <form method="post">
        <h3>{t.undoAsk}</h3>
        <div className="bulk-undo-two">
          {([[t.undoDoes, t.undoDoesList], [t.undoNot, t.undoNotList]] as const).map(([head, list]) => (
            <div key={head}>
              <b>{head}</b>
              <ul>
                {list.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <Button kind="x" name="intent" value="undo">{t.undoYes}</Button>
      </form>
    </details>
  );
}

function Done({ run }: { run: Run }) {
  const t = bulkWords(useLanguage());
  const [applied, proposed, failed] = [countOf(run, "APPLIED"), countOf(run, "PROPOSED"), countOf(run, "FAILED")];
  const lines = [applied ? t.doneApplied(formatNumber(applied)) : "", proposed ? t.doneProposed(formatNumber(proposed)) : "", failed ? t.doneFailed(formatNumber(failed)) : "", applied ? "" : t.nothingUndone].filter(Boolean);
  return (
    <Box title={t.doneTitle} lines={lines}>
      <p className="acts">
        <ButtonLink kind="1" to="/vendor/products">{t.toProducts}</ButtonLink>
        {proposed ? <ButtonLink to="/vendor/proposals?state=open">{t.toProposals}</ButtonLink> : null}
      </p>
      {applied ? <UndoForm /> : null}
    </Box>
  );
}

function Undone({ run }: { run: Run }) {
  const t = bulkWords(useLanguage());
  const kept = countOf(run, "KEPT");
  return (
    <Box title={t.undoneTitle} lines={[t.undoneBody(formatNumber(countOf(run, "UNDONE"))), ...(kept ? [t.keptBody(formatNumber(kept))] : [])]}>
      <p className="acts"><ButtonLink kind="1" to="/vendor/bulk">{t.again}</ButtonLink></p>
    </Box>
  );
}

/** The next thing to do with a workbook that rests. */
export function Next({ run }: { run: Run }) {
  if (run.status === "CHECKED") return <ToApply run={run} />;
  if (run.status === "DONE") return <Done run={run} />;
  return run.status === "UNDONE" ? <Undone run={run} /> : null;
}
