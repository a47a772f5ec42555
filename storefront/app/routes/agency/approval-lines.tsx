import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import type { ApprovalLineRowFragment } from "~/gql/operations";
import { readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatWon } from "~/lib/money.ts";
import { stagesOf, valuesOf } from "~/rooms/approvallines/line.ts";
import { LineForm } from "~/rooms/approvallines/LineForm.tsx";
import { loadLines, removeLine, saveLine } from "~/rooms/approvallines/lines.server.ts";
import { lineWords } from "~/rooms/approvallines/words.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { named } from "~/rooms/requests/view.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Route } from "./+types/approval-lines";

export const handle = { islands: [formIsland] };
const HERE = "/agency/approval-lines";
const pathOf = (what: "edit" | "remove", id: string) => `${HERE}?${what}=${encodeURIComponent(id)}`;

export const loader = ({ context, request }: Route.LoaderArgs) => loadLines(context, request);

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (readIntent(form, ["save", "remove"]) === "remove") {
    const errors = await removeLine(context, request, form);
    return errors.length ? data({ errors, values: null }, { status: 400 }) : redirect(`${HERE}?done=removed`, 303);
  }
  const saved = await saveLine(context, request, form);
  return saved.errors.length ? data(saved, { status: 400 }) : redirect(`${HERE}?done=saved`, 303);
}

function useRange({ above, upTo }: ApprovalLineRowFragment): string {
  const language = useLanguage();
  const t = lineWords(language);
  const [from, to] = [above.amount ? formatWon(above.amount, language) : "", upTo ? formatWon(upTo.amount, language) : ""];
  return from || to ? t.range(from, to) : t.all;
}

function Line({ line }: { line: ApprovalLineRowFragment }) {
  const t = lineWords(useLanguage());
  const range = useRange(line);
  return (
    <div className="case">
      <div>
        <h3>
          <Local text={line.name} /> {line.isActive ? null : <span className="tag">{t.off}</span>}
        </h3>
        <p className="m2 num">{[line.department?.name ?? t.everyone, range].join(" · ")}</p>
        <ol className="line-stages">
          {stagesOf(line.steps).map((stage) => (
            <li key={stage[0]?.id}>
              {stage.map((step) => (
                <span key={step.id} className={step.mayApprove ? undefined : "gone"}>
                  <Local text={`${step.label} · ${named(step.member)}`} />
                  {step.mayApprove ? null : <small><Icon name="alert" size="s" /> {t.gone}</small>}
                </span>
              ))}
            </li>
          ))}
        </ol>
      </div>
      <div className="row-acts">
        <ButtonLink size="s" to={pathOf("edit", line.id)} aria-label={t.editOf(line.name)}>{t.edit}</ButtonLink>
        <ButtonLink size="s" kind="3" to={pathOf("remove", line.id)} aria-label={t.removeOf(line.name)}>{t.remove}</ButtonLink>
      </div>
    </div>
  );
}

function Removing({ line }: { line: ApprovalLineRowFragment }) {
  const t = lineWords(useLanguage());
  return (
    <section className="confirm" aria-labelledby="sure-head">
      <h2 id="sure-head">{t.confirm(line.name)}</h2>
      <p>{t.confirmBody}</p>
      <form method="post" className="acts">
        <input type="hidden" name="id" value={line.id} />
        <Button kind="x" name="intent" value="remove">{t.yes}</Button>
        <ButtonLink to={HERE}>{t.keep}</ButtonLink>
      </form>
    </section>
  );
}

export default function ApprovalLinesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, departments, members, editing, removing, isNew, done } = loaderData;
  const t = lineWords(useLanguage());
  const errors = actionData?.errors;
  const isWriting = isNew || editing !== null || Boolean(actionData?.values);
  const did = done === "saved" ? t.saved : done === "removed" ? t.removed : null;
  return (
    <AgencyPage title={t.title} lead={t.lead} hasErrors={Boolean(errors?.length)} acts={isWriting ? null : <ButtonLink kind="1" to={`${HERE}?new=1`}><Icon name="plus" size="s" />{t.add}</ButtonLink>}>
      <Outcome errors={errors} done={errors ? null : did} />
      {removing && !errors ? <Removing line={removing} /> : null}
      <div className="desk-grid">
        {isWriting ? <LineForm id={editing?.id ?? null} values={actionData?.values ?? valuesOf(editing)} errors={errors} departments={departments} members={members} /> : null}
        <Panel title={t.title} count={lines.length} flush>
          {lines.length ? lines.map((line) => <Line key={line.id} line={line} />) : <Nothing head={t.none}>{t.noneBody}</Nothing>}
        </Panel>
      </div>
    </AgencyPage>
  );
}
