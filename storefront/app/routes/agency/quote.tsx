import formIsland from "~/islands/form.ts?worker&url";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { AgencyPage, Nothing, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { ChoosePanel, CompareTable } from "~/rooms/quotes/CompareTable.tsx";
import { requestPath, RequestTag } from "~/rooms/quotes/parts.tsx";
import { actOnRequest, loadRequest } from "~/rooms/quotes/quotes.server.ts";
import { RequestForm } from "~/rooms/quotes/RequestForm.tsx";
import { DraftFiles, Invited, Manage, Papers, Questions, Terms } from "~/rooms/quotes/RequestPanels.tsx";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/quote";
import "~/styles/team.css";
import "~/styles/quotes.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadRequest(context, request, params.id);
export const action = ({ context, request, params }: Route.ActionArgs) => actOnRequest(context, request, params.id);

type Loaded = Route.ComponentProps["loaderData"];

function Draft({ loaderData, actionData }: Pick<Route.ComponentProps, "loaderData" | "actionData">) {
  const draft = actionData?.draft ?? loaderData.draft;
  if (!draft) return null;
  return (
    <div className="desk-grid with-aside">
      <RequestForm key={JSON.stringify(draft)} draft={draft} errors={actionData?.draft ? actionData.errors : undefined} found={actionData?.found ?? null} search={actionData?.search ?? ""} />
      <div className="col">
        <DraftFiles request={loaderData.request} />
        {loaderData.isCancelling ? <Manage request={loaderData.request} isCancelling /> : null}
      </div>
    </div>
  );
}

/** The chosen quote on its way into a basket. */
function Buy({ loaderData }: { loaderData: Loaded }) {
  const t = useQuoteWords();
  const chosen = loaderData.comparison?.quotes.find(({ quote, canBeChosen }) => quote.chosenAt && canBeChosen);
  if (!chosen || !loaderData.canAct) return null;
  return (
    <Panel title={`${t.chosen}: ${chosen.quote.vendor.name}`}>
      <form method="post" className="quote-instant">
        <input type="hidden" name="quote" value={chosen.quote.id} />
        <p>{chosen.chosenReason ? <q>{chosen.chosenReason}</q> : t.buyHint}</p>
        <Button kind="1" name="intent" value="buy"><Icon name="cart" size="s" />{t.buy}</Button>
      </form>
    </Panel>
  );
}

function Sent({ loaderData }: { loaderData: Loaded }) {
  const { request, comparison, canAct, choosing, isCancelling } = loaderData;
  const language = useLanguage();
  const t = useQuoteWords();
  return (
    <div className="desk-grid with-aside">
      <div className="col">
        {request.status === "CANCELED" ? <Notice kind="plain" head={t.canceled}>{request.canceledReason}</Notice> : null}
        {request.isOpen && request.replyBy ? <Notice kind="info" head={t.sealed}>{t.sealedBody(formatMoment(request.replyBy, language))}</Notice> : null}
        <Buy loaderData={loaderData} />
        {comparison && choosing && canAct ? <ChoosePanel request={request} comparison={comparison} choosing={choosing} /> : null}
        {comparison?.quotes.length ? <CompareTable request={request} comparison={comparison} canAct={canAct} /> : null}
        {comparison && !comparison.quotes.length ? <Panel title={t.compare} flush><Nothing head={t.noAnswers}>{t.noAnswersBody}</Nothing></Panel> : null}
        <Invited request={request} />
        <Questions request={request} canAct={canAct} />
      </div>
      <div className="col">
        <Terms request={request} />
        <Papers request={request} canIssue={canAct && Boolean(comparison?.quotes.length)} />
        {canAct ? <Manage request={request} isCancelling={isCancelling} /> : null}
      </div>
    </div>
  );
}

export default function QuotePage({ loaderData, actionData }: Route.ComponentProps) {
  const { request, draft, canAct, isCancelling, done } = loaderData;
  const t = useQuoteWords();
  const errors = actionData?.draft ? undefined : actionData?.errors;
  const words: Record<string, string> = t.done;
  const canCancel = canAct && !isCancelling && (request.status === "DRAFT" || request.status === "OPEN" || request.status === "CLOSED");
  return (
    <AgencyPage
      title={request.title || t.untitled}
      lead={<><RequestTag status={request.status === "OPEN" && request.isOpened ? "CLOSED" : request.status} /> {[request.number, request.requesterName].filter(Boolean).join(" · ")}</>}
      crumb={<Link to="/agency/quotes">{t.all}</Link>}
      acts={canCancel ? <ButtonLink kind="3" to={requestPath(request.id, "?cancel=1")}>{request.status === "DRAFT" ? t.deleteDraft : t.cancel}</ButtonLink> : null}
      hasErrors={Boolean(actionData?.errors.length)}
    >
      <Outcome errors={errors} done={!errors && done ? (words[done] ?? null) : null} />
      {draft ? <Draft loaderData={loaderData} actionData={actionData} /> : <Sent loaderData={loaderData} />}
    </AgencyPage>
  );
}
