import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { Panel, StaffPage } from "~/rooms/desk/DeskFrame.tsx";
import { History } from "~/rooms/listings/EditAside.tsx";
import { Answer, Crumb } from "~/rooms/listings/Parts.tsx";
import { besideOf, decide, DECISIONS, loadProposal, machineHints, nextOf } from "~/rooms/listings/review.server.ts";
import { Certificates, Changed, Earlier, Hints, useReview, WholeListing, type Given } from "~/rooms/listings/ReviewParts.tsx";
import { PROPOSAL_TAGS } from "~/rooms/listings/state.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { TextArea } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/proposal";

export const handle = { islands: [formIsland] };
const HERE = "/staff/proposals";
const pathOf = (id: string) => `${HERE}/${encodeURIComponent(id)}`;

export async function loader({ context, params }: Route.LoaderArgs) {
  const loaded = await loadProposal(context, params.id);
  const [beside, next] = await Promise.all([besideOf(context, loaded.proposal), nextOf(context, params.id)]);
  return { proposal: loaded.proposal, ...beside, next, hints: machineHints(loaded.proposal, loaded.notice), done: appOf(context).url.searchParams.get("done") ?? "" };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, DECISIONS);
  const errors = await decide(context, await loadProposal(context, params.id), intent, form);
  if (errors.length) {
    const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    return data<Given>({ errors, typed }, { status: 400 });
  }
  const next = await nextOf(context, params.id);
  return redirect(next ? `${pathOf(next)}?done=${intent}` : `${HERE}?done=${intent}`, 303);
}

type Proposal = Route.ComponentProps["loaderData"]["proposal"];

function Decision({ proposal, given }: { proposal: Proposal; given?: Given }) {
  const t = useReview();
  const isStale = given?.errors.some((error) => error.code === "STALE" || error.code === "ALREADY_DECIDED");
  return (
    <section className="panel l-decide" id="decide" tabIndex={-1} aria-labelledby="decide-head">
      <header>
        <h2 id="decide-head">{t.decide}</h2>
      </header>
      <div className="bd">
        {isStale ? <p><Link className="link" to={pathOf(proposal.id)}>{t.reread}</Link></p> : null}
        <TextArea id="comment" name="comment" label={t.comment} hint={t.commentHint} rows={3} maxLength={1_500} defaultValue={given?.typed.comment} error={errorOf(given?.errors, "comment")?.message} />
        <div className="l-decisions">
          <Button kind="1" name="intent" value="approve">{t.approve}</Button>
          <Button name="intent" value="return">{t.sendBack}</Button>
          <details className="l-fold">
            <summary>{t.decline}…</summary>
            <p>{t.declineAsk}</p>
            <Button kind="x" size="s" name="intent" value="decline">{t.decline}</Button>
          </details>
        </div>
      </div>
    </section>
  );
}

export default function ReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { proposal, certificates, earlier, next, hints, done } = loaderData;
  const language = useLanguage();
  const t = useReview();
  const given = actionData as Given | undefined;
  const isOpen = proposal.status === "OPEN";
  const isNew = proposal.kind === "NEW_LISTING";
  const shown = isNew ? proposal.changes.filter((change) => !change.path.startsWith("listing:")) : proposal.changes;
  return (
    <StaffPage
      title={proposal.productName}
      crumb={<Crumb to={HERE}>{t.desk}</Crumb>}
      lead={
        <span className="l-tags">
          <span className="tag acc">{t.kinds[proposal.kind]}</span> <span className={PROPOSAL_TAGS[proposal.status]}>{t.states[proposal.status]}</span> <Link className="link" to={`/staff/vendors/${encodeURIComponent(proposal.vendor.id)}`}>{proposal.vendor.name}</Link> {t.submitted(formatMoment(proposal.submittedAt, language))}
        </span>
      }
      acts={
        <>
          {isOpen ? <ButtonLink to="#decide">{t.toDecide}</ButtonLink> : null}
          {next ? <ButtonLink kind="3" to={pathOf(next)}>{t.skip}</ButtonLink> : null}
        </>
      }
      hasErrors={Boolean(given?.errors.length)}
    >
      <Answer errors={given?.errors} done={!given && t.done[done] ? `${t.done[done]} ${t.staffDone}` : null} />
      {isOpen ? null : <Notice kind="info" head={t.states[proposal.status]}>{proposal.comment}</Notice>}
      <div className="desk-grid two">
        <form method="post" className="col l-review" data-once={t.busy} noValidate>
          <input type="hidden" name="version" value={given?.typed.version ?? proposal.version} />
          {/* Enter in a field decides nothing: a form whose first button is disabled is not sent by it. */}
          <button className="vh" disabled aria-hidden="true" tabIndex={-1} />
          {shown.length ? (
            <Panel title={t.whatChanges} count={shown.length} flush>
              {shown.map((change) => (
                <Changed key={change.path} change={change} given={given} isOpen={isOpen} canLeave={shown.length > 1} />
              ))}
            </Panel>
          ) : null}
          {isNew ? <WholeListing proposal={proposal} given={given} isOpen={isOpen} /> : null}
          {isOpen ? <Decision proposal={proposal} given={given} /> : null}
        </form>
        <div className="col">
          <Hints hints={hints} />
          <Certificates certificates={certificates} />
          <Earlier earlier={earlier} />
          <History past={[proposal]} />
        </div>
      </div>
    </StaffPage>
  );
}
