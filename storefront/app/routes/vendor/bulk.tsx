import formIsland from "~/islands/form.ts?worker&url";
import { errorOf, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { nodesOf } from "~/lib/lists.ts";
import { formatMoment } from "~/lib/moments.ts";
import { formatNumber } from "~/lib/money.ts";
import { loadRuns, upload } from "~/rooms/bulk/bulk.server.ts";
import { RUN_TAGS, runPath, workingOf, type Run } from "~/rooms/bulk/state.ts";
import { bulkWords } from "~/rooms/bulk/words.ts";
import { CentrePage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome, Pages } from "~/rooms/payments/parts.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Table } from "~/ui/Table.tsx";
import type { Route } from "./+types/bulk";
import "~/styles/bulk.css";

export const handle = { islands: [formIsland] };
const HERE = "/vendor/bulk";
const TEMPLATE = "/vendor/bulk/template.xlsx";

export const loader = ({ context, request }: Route.LoaderArgs) => loadRuns(context, request);
export const action = ({ context, request }: Route.ActionArgs) => upload(context, request);

function Steps() {
  const t = bulkWords(useLanguage());
  return (
    <ol className="bulk-steps" aria-label={t.how}>
      {t.steps.map(([head, body], place) => (
        <li key={head}>
          <b className="n num" aria-hidden="true">{place + 1}</b>
          <span><b>{head}</b>{body}</span>
        </li>
      ))}
    </ol>
  );
}

function Downloads() {
  const t = bulkWords(useLanguage());
  return (
    <Panel title={t.downloadTitle}>
      <div className="bulk-down">
        <div>
          <ButtonLink to={TEMPLATE} download><Icon name="doc" size="s" />{t.template}</ButtonLink>
          <p>{t.downloadBody}</p>
        </div>
        <div>
          <ButtonLink to={`${TEMPLATE}?all=1`} download><Icon name="store" size="s" />{t.all}</ButtonLink>
          <p>{t.allBody}</p>
        </div>
      </div>
    </Panel>
  );
}

function Upload({ idempotency, errors, review }: { idempotency: string; errors: FieldError[] | undefined; review: boolean }) {
  const t = bulkWords(useLanguage());
  const error = errorOf(errors, "file")?.message;
  return (
    <Panel title={t.uploadTitle}>
      <form method="post" encType="multipart/form-data" className="stack-form" data-once={t.checking}>
        <input type="hidden" name="key" value={idempotency} />
        <div className="field">
          <label htmlFor="file">{t.file}</label>
          <input id="file" name="file" type="file" className="filein" accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" required aria-invalid={error ? true : undefined} aria-describedby={error ? "file-hint file-error" : "file-hint"} />
          <p className="hint" id="file-hint">{t.fileHint}</p>
          {error ? <p className="err" id="file-error"><Icon name="alert" size="s" /><span>{error}</span></p> : null}
        </div>
        <div>
          <label className="ck">
            <input type="checkbox" name="review" defaultChecked={review} aria-describedby="review-hint" />
            <span>{t.review}</span>
          </label>
          <p className="hint bulk-hint" id="review-hint">{t.reviewHint}</p>
        </div>
        <p><Button kind="1">{t.check}</Button></p>
      </form>
    </Panel>
  );
}

function Earlier({ runs, count }: { runs: Run[]; count: number }) {
  const language = useLanguage();
  const t = bulkWords(language);
  if (!runs.length) return <Panel title={t.earlier} flush><Nothing head={t.none}>{t.noneBody}</Nothing></Panel>;
  return (
    <Panel title={t.earlier} count={count} flush>
      <Table
        caption={t.earlier}
        rows={runs}
        keyOf={(run) => run.id}
        columns={[
          { head: t.name, isMain: true, cell: (run) => <Link className="link" to={runPath(run.id)}><Local text={run.fileName} /></Link> },
          { head: t.when, cell: (run) => <span className="num">{formatMoment(run.createdAt, language)}</span> },
          { head: t.rowsHead, align: "r", cell: (run) => <span className="num">{formatNumber(run.rowCount)}</span> },
          { head: t.state, cell: (run) => <span className={RUN_TAGS[run.status]}>{t.states[run.status]}</span> },
        ]}
      />
    </Panel>
  );
}

export default function BulkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { runs, isFirst, key } = loaderData;
  const t = bulkWords(useLanguage());
  const errors = actionData?.errors;
  const rows = nodesOf(runs);
  const busy = rows.find((run) => workingOf(run.status));
  return (
    <CentrePage title={t.title} lead={t.lead} hasErrors={Boolean(errors?.length)}>
      <Outcome errors={errors?.filter((error) => error.field !== "file")} />
      {busy ? <Notice kind="info" head={t.isOther}><Link className="link" to={runPath(busy.id)}>{t.toOther}</Link></Notice> : null}
      <Steps />
      <div className="bulk-two">
        <Downloads />
        <Upload idempotency={key} errors={errors} review={actionData?.review ?? false} />
      </div>
      <Earlier runs={rows} count={runs?.totalCount ?? rows.length} />
      <Pages page={runs} here={HERE} label={t.next} isFirst={isFirst} />
    </CentrePage>
  );
}
