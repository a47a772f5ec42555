import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber } from "~/lib/money.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { percentOf, runPath, type Run, type Working } from "./state.ts";
import { bulkWords } from "./words.ts";
import { BarFill } from "~/ui/BarFill.tsx";

const WAIT = 2;

/** How far the step is. The page looks again by itself, by script or without. */
export function Progress({ run, working }: { run: Run; working: Working }) {
  const t = bulkWords(useLanguage());
  const [head = "", body = ""] = t.working[working];
  const percent = percentOf(run);
  const next = runPath(run.id);
  return (
    <section className="panel bulk-progress" aria-labelledby="working">
      <noscript dangerouslySetInnerHTML={{ __html: `<meta http-equiv="refresh" content="${WAIT};url=${next}">` }} />
      <h2 id="working">{head}</h2>
      <p className="bar" role="progressbar" aria-labelledby="working" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}><BarFill percent={Math.max(percent, 2)} /></p>
      <p className="num" role="status">{t.progress(formatNumber(run.processed), formatNumber(run.rowCount), percent)}</p>
      <p className="sub sm">{body} {t.reloads}</p>
      <p><ButtonLink size="s" to={next} data-wait={WAIT}>{t.look}</ButtonLink></p>
    </section>
  );
}
