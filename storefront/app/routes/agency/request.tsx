import { data, redirect } from "react-router";
import copyIsland from "~/islands/copy.ts?worker&url";
import decideIsland from "~/islands/decide.ts?worker&url";
import formIsland from "~/islands/form.ts?worker&url";
import { readIntent, type FieldError } from "~/lib/form.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { membershipOf } from "~/rooms/agency/agency.server.ts";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { BudgetPart, OrdersPart, OwnActs, PapersPart } from "~/rooms/requests/AsidePanels.tsx";
import { ConfirmReject, ConfirmWithdraw } from "~/rooms/requests/Confirms.tsx";
import { DECISIONS, type Decision } from "~/rooms/requests/decide.ts";
import { DecisionBox } from "~/rooms/requests/DecisionBox.tsx";
import { chosenNumbers, deliveriesOf, linesOf, quotesOf, routesOf } from "~/rooms/requests/full.ts";
import { GroundPanel } from "~/rooms/requests/GroundPanel.tsx";
import { Lines } from "~/rooms/requests/Lines.tsx";
import { QuotesPanel } from "~/rooms/requests/QuotesPanel.tsx";
import { RequestHead } from "~/rooms/requests/RequestHead.tsx";
import { requestPath } from "~/rooms/requests/RequestRows.tsx";
import { decide, loadRequest, remove, withdraw } from "~/rooms/requests/requests.server.ts";
import { Trail } from "~/rooms/requests/Trail.tsx";
import { trailWords } from "~/rooms/requests/trailWords.ts";
import { requestWords } from "~/rooms/requests/words.ts";
import { deskWords } from "~/rooms/desk/words.ts";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import type { Route } from "./+types/request";

export const handle = { islands: [formIsland, decideIsland, copyIsland] };

interface Answer {
  errors: FieldError[];
  decision: Decision | null;
  isAsked: boolean;
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  await membershipOf(context, request);
  const { searchParams } = new URL(request.url);
  return { request: await loadRequest(context, params.id), now: new Date().toISOString(), confirm: searchParams.get("confirm"), done: searchParams.get("done") };
}

const answer = (found: Answer) => data(found, { status: found.errors.length ? 400 : 200 });

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = readIntent(form, [...DECISIONS, "withdraw", "delete"]);
  if (intent === "withdraw" || intent === "delete") {
    const errors = intent === "withdraw" ? await withdraw(context, params.id, form) : await remove(context, params.id);
    if (errors.length) return answer({ errors, decision: null, isAsked: false });
    return redirect(intent === "delete" ? "/agency/requests?tab=mine&done=deleted" : requestPath(params.id, "?done=withdraw"), 303);
  }
  const found = await decide(context, params.id, intent, form);
  return found.errors.length || found.isAsked ? answer(found) : redirect(requestPath(params.id, `?done=${intent}`), 303);
}

type Full = Route.ComponentProps["loaderData"]["request"];

function Crumb({ request }: { request: Full }) {
  const t = requestWords(useLanguage());
  return (
    <div className="crumb">
      <Link to="/agency/requests">{t.title}</Link>
      <Icon name="r" size="s" />
      <span className="num">{request.number ?? t.unnumbered}</span>
    </div>
  );
}

/** What came back, and what was said with it. */
function CameBack({ request }: { request: Full }) {
  const t = requestWords(useLanguage());
  if (request.status !== "LAPSED" && request.status !== "SENT_BACK") return null;
  const said = request.steps.find((step) => step.status === "SENT_BACK")?.comment;
  return (
    <Notice kind="warn" head={t.over[request.status]}>
      {said ? <q>{said}</q> : null} {request.isOwn ? t.overBody[request.status] : null}
    </Notice>
  );
}

function History({ request }: { request: Full }) {
  const did = trailWords(useLanguage()).did;
  const entries = request.trail.toReversed().map((event) => ({ id: event.id, at: event.at, who: event.actorName, role: event.role, what: did[event.action], comment: event.comment }));
  return entries.length ? <Trail entries={entries} /> : null;
}

function Decide({ request, given, errors }: { request: Full; given: Decision | null; errors: readonly FieldError[] | undefined }) {
  if (!request.decidingStep) return null;
  const seen = { round: request.round, total: request.total.gross.amount, stepId: request.decidingStep.id };
  return <DecisionBox lines={linesOf(request)} steps={request.steps} deliveries={deliveriesOf(request)} given={given} errors={errors} insteadOf={request.decidingFor} seen={seen} />;
}

const DONE = ["approve", "sendBack", "reject", "withdraw", "submit", "save"] as const;

export default function RequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { request, now, confirm, done } = loaderData;
  const language = useLanguage();
  const t = requestWords(language);
  const said = actionData as Answer | undefined;
  const did = DONE.find((one) => one === done);
  const given = said?.decision ?? null;
  const isDeciding = request.decidingStep !== null;
  return (
    <main id="main" className="main">
      <Seo title={`${said?.errors.length ? "! " : ""}${request.title} | ${deskWords(language).agency}`} canonical={null} />
      <Crumb request={request} />
      <Outcome errors={said?.errors} done={did && !said ? t.done[did] : null} />
      {said?.isAsked && given ? <ConfirmReject request={request} decision={given} /> : null}
      {confirm === "withdraw" && request.canWithdraw ? <ConfirmWithdraw request={request} /> : null}
      <CameBack request={request} />
      {request.isCampaignEnded && request.isHeld ? <Notice kind="info">{t.campaignEnded}</Notice> : null}
      <RequestHead request={request} now={now} />
      <div className="desk-grid with-aside decide">
        <div className="col">
          <Lines lines={linesOf(request)} deliveries={deliveriesOf(request)} decision={isDeciding ? { given, errors: said?.errors } : null} />
          <QuotesPanel quotes={quotesOf(request.quotes)} chosenNumbers={chosenNumbers(request)} reason={request.choiceReason} />
          <History request={request} />
        </div>
        <div className="col">
          <Decide request={request} given={given} errors={said?.errors} />
          <OwnActs request={request} />
          <OrdersPart request={request} />
          <GroundPanel routes={routesOf(request)} reason={request.splitReason} />
          <BudgetPart request={request} />
          <PapersPart request={request} />
        </div>
      </div>
    </main>
  );
}
