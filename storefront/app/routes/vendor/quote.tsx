import formIsland from "~/islands/form.ts?worker&url";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { holdOf, unitsOf } from "~/rooms/agency/hold.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { CentrePage } from "~/rooms/desk/DeskFrame.tsx";
import { AnswerForm } from "~/rooms/quotes/AnswerForm.tsx";
import { AskedQuestions, AskedTerms, LateCopy, LeavePanel, OwnFiles, OwnQuotes } from "~/rooms/quotes/AskedPanels.tsx";
import type { Asked } from "~/rooms/quotes/answer.ts";
import { actOnAsked, loadAsked } from "~/rooms/quotes/asked.server.ts";
import { useAskedWords } from "~/rooms/quotes/askedWords.ts";
import { StandingTag } from "~/rooms/quotes/StandingTag.tsx";
import { standingOf, type Standing } from "~/rooms/quotes/standing.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/quote";
import "~/styles/checkout.css";
import "~/styles/team.css";
import "~/styles/quotes.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadAsked(context, request, params.id);
export const action = ({ context, request, params }: Route.ActionArgs) => actOnAsked(context, request, params.id);

function Lead({ asked, now }: { asked: Asked; now: string }) {
  const language = useLanguage();
  const t = useAskedWords();
  const { left } = holdOf(asked.replyBy, new Date(now));
  return (
    <>
      <StandingTag row={asked} /> {asked.number} · {t.until(formatMoment(asked.replyBy, language))}
      {asked.isOpen && left ? ` (${t.left(unitsOf(left))})` : null}
    </>
  );
}

/** What became of it, in a sentence; while answers are taken only what the enterprise itself did before. */
function Outcome({ asked }: { asked: Asked }) {
  const t = useAskedWords();
  const standing = standingOf(asked);
  const outcomes: Partial<Record<Standing, string>> = asked.isOpen ? { DECLINED: t.declinedOpen, WITHDRAWN: t.withdrawnOpen } : t.outcome;
  const head = outcomes[standing];
  const why = standing === "CANCELED" ? asked.canceledReason : standing === "DECLINED" ? asked.declineReason : "";
  return head ? <Notice kind={standing === "CHOSEN" ? "ok" : "plain"} head={head}>{why ? <Local text={why} /> : null}</Notice> : null;
}

export default function AskedQuotePage({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, start, now } = loaderData;
  const t = useAskedWords();
  const words: Record<string, string> = t.done;
  const typed = actionData?.typed ?? { answer: start, question: "", reason: "" };
  const errors = actionData?.errors;
  const done = actionData ? actionData.done : loaderData.done;
  // Nothing can be mended once answers are not taken any more.
  const isLate = Boolean(errors?.length) && !asked.isOpen;
  const said = done ? words[done] : null;
  return (
    <CentrePage title={asked.title} lead={<Lead asked={asked} now={now} />} crumb={<Link to="/vendor/quotes">{t.asked}</Link>} hasErrors={Boolean(errors?.length)}>
      {isLate ? <Notice kind="bad" live>{t.late}</Notice> : <ErrorSummary errors={errors} />}
      {said ? <Notice kind="ok" live>{said} {actionData ? t.unsent : null}</Notice> : null}
      {said && asked.isOpen ? null : <Outcome asked={asked} />}
      <div className="desk-grid two">
        <div className="col">
          {asked.isOpen ? <AnswerForm asked={asked} answer={typed.answer} shelf={actionData?.shelf ?? loaderData.shelf} sums={actionData?.sums ?? null} errors={errors} /> : null}
          {!asked.isOpen && actionData ? <LateCopy asked={asked} typed={typed} /> : null}
          <LeavePanel asked={asked} isLeaving={actionData?.isLeaving ?? false} reason={typed.reason} errors={errors} />
          <AskedQuestions asked={asked} question={typed.question} errors={errors} />
        </div>
        <div className="col">
          <AskedTerms asked={asked} />
          <OwnQuotes asked={asked} />
          <OwnFiles asked={asked} errors={errors} />
        </div>
      </div>
    </CentrePage>
  );
}
