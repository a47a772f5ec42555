import formIsland from "~/islands/form.ts?worker&url";
import waitIsland from "~/islands/wait.ts?worker&url";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { loadRun, step } from "~/rooms/bulk/bulk.server.ts";
import { Next } from "~/rooms/bulk/Next.tsx";
import { Progress } from "~/rooms/bulk/Progress.tsx";
import { Rows } from "~/rooms/bulk/Rows.tsx";
import { Figures } from "~/rooms/bulk/Figures.tsx";
import { RUN_TAGS, workingOf } from "~/rooms/bulk/state.ts";
import { bulkWords } from "~/rooms/bulk/words.ts";
import { CentrePage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/bulk.run";
import "~/styles/bulk.css";

export const handle = { islands: [formIsland, waitIsland] };

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadRun(context, request, params.id);

export async function action({ context, request, params }: Route.ActionArgs) {
  return step(context, request, params.id, readIntent(await request.formData(), ["apply", "undo"]));
}

export default function BulkRunPage({ loaderData, actionData }: Route.ComponentProps) {
  const { run, tab, total, page, rows } = loaderData;
  const language = useLanguage();
  const t = bulkWords(language);
  const working = workingOf(run.status);
  return (
    <CentrePage
      title={run.fileName}
      lead={<>{t.uploaded(formatMoment(run.createdAt, language), formatNumber(run.rowCount))} <span className={RUN_TAGS[run.status]}>{t.states[run.status]}</span></>}
      crumb={<Link to="/vendor/bulk">{t.back}</Link>}
      hasErrors={Boolean(actionData?.errors.length)}
    >
      <Outcome errors={actionData?.errors} />
      {working ? (
        <Progress run={run} working={working} />
      ) : (
        <>
          <Figures run={run} />
          <Next run={run} />
          <Rows run={run} tab={tab} total={total} page={page} rows={rows} />
        </>
      )}
    </CentrePage>
  );
}
