import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { ListingProposalDocument, ProposalMendDocument, ProposalResubmitDocument, ProposalWithdrawDocument } from "~/gql/operations";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readIntent, readText, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { imagePath } from "~/lib/images.ts";
import { formatMoment } from "~/lib/moments.ts";
import { gqlCentre } from "~/rooms/centre/centre.server.ts";
import { CentrePage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { History, Remarks, useEdit } from "~/rooms/listings/EditAside.tsx";
import { allLabels } from "~/rooms/listings/labels.ts";
import { languageOf, listerOf, noticeOf } from "~/rooms/listings/listings.server.ts";
import type { Product } from "~/rooms/listings/draft.ts";
import { editableOf, editsIn } from "~/rooms/listings/mending.ts";
import { Answer, Crumb, Difference } from "~/rooms/listings/Parts.tsx";
import { reviewWords } from "~/rooms/listings/reviewWords.ts";
import { said } from "~/rooms/listings/save.server.ts";
import { altOf, fieldOf, listingPath, PROPOSAL_TAGS, proposalPath } from "~/rooms/listings/state.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, TextArea } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/proposal";

export const handle = { islands: [formIsland] };

async function load(context: Route.LoaderArgs["context"], request: Request, id: string) {
  const vendor = await listerOf(context, request);
  const { languageCode, translated } = languageOf(context);
  const { productChangeProposal: proposal } = await gqlCentre(context, ListingProposalDocument, { id, language: languageCode, translated });
  if (!proposal || proposal.vendor.id !== vendor.id) throw data(null, { status: 404 });
  return proposal;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const proposal = await load(context, request, params.id);
  const notice = proposal.product ? await noticeOf(context, proposal.product as Product) : null;
  const query = appOf(context).url.searchParams;
  return { proposal, labels: allLabels(notice), done: query.get("done") ?? "", isAsking: query.has("withdraw") };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const proposal = await load(context, request, params.id);
  const form = await request.formData();
  const intent = readIntent(form, ["mend", "drop", "resubmit", "withdraw"]);
  const fail = (errors: FieldError[]) => data({ errors, typed: Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string")) }, { status: 400 });
  const here = proposalPath(params.id);
  const t = reviewWords(appOf(context).language);
  if (intent === "resubmit") {
    const errors = said((await gqlCentre(context, ProposalResubmitDocument, { id: params.id, comment: readText(form, "comment", 1_000) })).productProposalResubmit);
    return errors.length ? fail(errors) : redirect(`${here}?done=resubmitted`, 303);
  }
  if (intent === "withdraw") {
    const errors = said((await gqlCentre(context, ProposalWithdrawDocument, { id: params.id })).productProposalWithdraw);
    return errors.length ? fail(errors) : redirect(here, 303);
  }
  const { edits, wrong } = editsIn(form, new Map(proposal.changes.map((change) => [change.path, change.payload])));
  if (wrong.length) return fail(wrong.map((path) => ({ field: `edit:${path}`, code: "INVALID", message: t.badPrice })));
  const remove = intent === "drop" ? [String(form.get("path") ?? "")] : [];
  const version = Number(form.get("version")) || proposal.version;
  const answer = await gqlCentre(context, ProposalMendDocument, { id: params.id, version, edits: intent === "drop" ? [] : edits, remove });
  const errors = said(answer.productProposalUpdate).map((error) => ({ ...error, field: error.field ? `edit:${error.field}` : null }));
  return errors.length ? fail(errors) : redirect(`${here}?done=${intent === "drop" ? "dropped" : "mended"}`, 303);
}

type Proposal = Route.ComponentProps["loaderData"]["proposal"];
interface Given {
  errors: FieldError[];
  typed: Record<string, string>;
}

function Change({ change, proposal, given }: { change: Proposal["changes"][number]; proposal: Proposal; given?: Given }) {
  const t = reviewWords(useLanguage());
  const canChange = proposal.status === "OPEN" || proposal.status === "RETURNED";
  const editable = canChange ? editableOf(change.path, change.payload) : null;
  const name = `edit:${change.path}`;
  return (
    <section className="l-change" id={change.path}>
      <h3>{change.label}</h3>
      {change.reason ? <p className="l-why-back"><b>{t.saidBy}</b> {change.reason}</p> : null}
      {change.oldPicture || change.newPicture ? (
        <div className="l-sides">
          {change.oldPicture ? <figure><img src={imagePath(change.oldPicture)} alt={altOf(change.oldText) || t.old} width={240} height={240} /><figcaption>{t.old}</figcaption></figure> : null}
          {change.newPicture ? <figure><img src={imagePath(change.newPicture)} alt={altOf(change.newText) || t.now} width={240} height={240} /><figcaption>{t.now}</figcaption></figure> : null}
        </div>
      ) : (
        <Difference before={change.oldText} after={change.newText} oldWord={t.old} newWord={t.now} />
      )}
      {canChange ? (
        <div className="l-change-acts">
          {editable ? (
            <details className="l-fold" open={Boolean(change.reason || errorOf(given?.errors, name))}>
              <summary>{t.mendHere}</summary>
              <form method="post" className="stack-form">
                <input type="hidden" name="version" value={proposal.version} />
                {editable.isLong ? <TextArea name={name} label={change.label} defaultValue={given?.typed[name] ?? editable.text} error={errorOf(given?.errors, name)?.message} rows={3} /> : <Field name={name} label={change.label} defaultValue={given?.typed[name] ?? editable.text} error={errorOf(given?.errors, name)?.message} inputMode={editable.isNumber ? "numeric" : undefined} autoComplete="off" />}
                <div><Button size="s" name="intent" value="mend">{t.saveMend}</Button></div>
              </form>
            </details>
          ) : proposal.product ? (
            <ButtonLink size="s" to={listingPath(proposal.product.id, fieldOf(change.path))} aria-label={t.ofOne(t.mend, change.label)}>{t.mend}</ButtonLink>
          ) : null}
          {proposal.kind === "CHANGE" ? (
            <form method="post">
              <input type="hidden" name="version" value={proposal.version} />
              <input type="hidden" name="path" value={change.path} />
              <Button size="s" kind="3" name="intent" value="drop" aria-label={t.ofOne(t.drop, change.label)}>{t.drop}</Button>
            </form>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Standing({ proposal, labels }: { proposal: Proposal; labels: Route.ComponentProps["loaderData"]["labels"] }) {
  const t = reviewWords(useLanguage());
  switch (proposal.status) {
    case "OPEN":
      return <Notice kind="info" head={t.states.OPEN}>{t.openBody}</Notice>;
    case "APPROVED":
      return <Notice kind="ok" head={t.states.APPROVED}>{t.approvedBody} {proposal.comment}</Notice>;
    case "DECLINED":
      return <Notice kind="bad" head={t.states.DECLINED}>{t.declinedBody} {proposal.comment}</Notice>;
    case "WITHDRAWN":
      return <Notice kind="plain">{t.withdrawnBody}</Notice>;
    case "RETURNED":
      return (
        <section className="panel l-back">
          <header>
            <h2>{t.states.RETURNED}</h2>
          </header>
          <div className="bd">
            <Remarks proposal={proposal} labels={labels} id={proposal.product?.id ?? ""} />
            <p className="l-said">{t.mendLead}</p>
            <form method="post" className="stack-form">
              <TextArea name="comment" label={t.resubmitNote} rows={2} maxLength={1_000} />
              <div><Button kind="1" name="intent" value="resubmit">{t.resubmit}</Button></div>
            </form>
          </div>
        </section>
      );
  }
}

export default function ProposalPage({ loaderData, actionData }: Route.ComponentProps) {
  const { proposal, labels, done, isAsking } = loaderData;
  const language = useLanguage();
  const [t, e] = [reviewWords(language), useEdit()];
  const given = actionData as Given | undefined;
  const isUndecided = proposal.status === "OPEN" || proposal.status === "RETURNED";
  const shown = proposal.kind === "NEW_LISTING" ? proposal.changes.filter((change) => !change.path.startsWith("listing:")) : proposal.changes;
  return (
    <CentrePage
      title={proposal.productName}
      crumb={<Crumb to="/vendor/proposals">{t.crumb}</Crumb>}
      lead={<span className="l-tags"><span className="tag">{t.kinds[proposal.kind]}</span> <span className={PROPOSAL_TAGS[proposal.status]}>{t.states[proposal.status]}</span> {t.submitted(formatMoment(proposal.submittedAt, language))}</span>}
      acts={proposal.product ? <ButtonLink to={listingPath(proposal.product.id)}>{t.edit}</ButtonLink> : null}
      hasErrors={Boolean(given?.errors.length)}
    >
      <Answer errors={given?.errors} done={given ? null : t.done[done]} />
      <div className="desk-grid two">
        <div className="col">
          <Standing proposal={proposal} labels={labels} />
          {shown.length ? (
            <Panel title={t.whatChanges} count={shown.length} flush>
              {shown.map((change) => (
                <Change key={change.path} change={change} proposal={proposal} given={given} />
              ))}
            </Panel>
          ) : null}
        </div>
        <div className="col">
          <History past={[proposal]} />
          {isUndecided ? (
            isAsking ? (
              <section className="confirm">
                <h2>{e.withdrawAsk}</h2>
                <p>{proposal.kind === "NEW_LISTING" ? e.withdrawNew : e.withdrawBody}</p>
                <form method="post" className="acts">
                  <Button kind="x" name="intent" value="withdraw">{e.withdrawYes}</Button>
                  <ButtonLink to={proposalPath(proposal.id)}>{e.cancel}</ButtonLink>
                </form>
              </section>
            ) : (
              <p><ButtonLink kind="3" size="s" to={`${proposalPath(proposal.id)}?withdraw=1`}>{e.withdraw}</ButtonLink></p>
            )
          ) : null}
        </div>
      </div>
    </CentrePage>
  );
}
