import formIsland from "~/islands/form.ts?worker&url";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatMoment } from "~/lib/moments.ts";
import { CentrePage } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { AnswerForm } from "~/rooms/quotes/AnswerForm.tsx";
import { AskedQuestions, AskedTerms, LeavePanel, OwnFiles, OwnQuotes } from "~/rooms/quotes/AskedPanels.tsx";
import { actOnAsked, loadAsked } from "~/rooms/quotes/asked.server.ts";
import { InvitedTag } from "~/rooms/quotes/parts.tsx";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/quote";
import "~/styles/team.css";
import "~/styles/quotes.css";

const MANY = 100;
export const handle = { islands: [formIsland] };

export const loader = ({ context, request, params }: Route.LoaderArgs) => loadAsked(context, request, params.id);
export const action = ({ context, request, params }: Route.ActionArgs) => actOnAsked(context, request, params.id);

export default function AskedQuotePage({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, start, search, step, done } = loaderData;
  const language = useLanguage();
  const t = useQuoteWords();
  const answer = actionData?.answer ?? start;
  const words: Record<string, string> = t.vendorDone;
  const standing = asked.quotes.find((quote) => quote.isStanding);
  return (
    <CentrePage title={asked.title} lead={<><InvitedTag status={asked.status} /> {asked.number} · {t.until(formatMoment(asked.replyBy, language))}</>} crumb={<Link to="/vendor/quotes">{t.asked}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <Outcome errors={actionData?.errors} done={!actionData && done ? (words[done] ?? null) : null} />
      {asked.requestStatus === "CANCELED" ? <Notice kind="plain" head={t.canceled}>{asked.canceledReason}</Notice> : asked.isOpen ? null : <Notice kind={standing?.chosenAt ? "ok" : "plain"}>{standing?.chosenAt ? t.chosenYou : t.closed}</Notice>}
      <div className="desk-grid two">
        <div className="col">
          {asked.isOpen && (asked.listings.length >= MANY || search) ? (
            <form method="get" className="desk-find" role="search">
              <Field label={t.searchGoods} name="goods" type="search" defaultValue={search} maxLength={60} />
              <Button>{t.findDo}</Button>
            </form>
          ) : null}
          {asked.isOpen ? <AnswerForm key={JSON.stringify(answer)} asked={asked} answer={answer} total={actionData?.total ?? null} errors={actionData?.errors} /> : null}
          <LeavePanel asked={asked} step={step} />
          <AskedQuestions asked={asked} />
        </div>
        <div className="col">
          <AskedTerms asked={asked} />
          <OwnQuotes asked={asked} />
          <OwnFiles asked={asked} />
        </div>
      </div>
    </CentrePage>
  );
}
