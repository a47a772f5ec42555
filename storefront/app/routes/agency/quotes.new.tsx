import formIsland from "~/islands/form.ts?worker&url";
import { AgencyPage, Panel } from "~/rooms/desk/DeskFrame.tsx";
import { Outcome } from "~/rooms/payments/parts.tsx";
import { loadNew, writeRequest } from "~/rooms/quotes/quotes.server.ts";
import { RequestForm } from "~/rooms/quotes/RequestForm.tsx";
import { useQuoteWords } from "~/rooms/quotes/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/quotes.new";
import "~/styles/team.css";
import "~/styles/quotes.css";

export const handle = { islands: [formIsland] };

export const loader = ({ context, request }: Route.LoaderArgs) => loadNew(context, request);
export const action = async ({ context, request }: Route.ActionArgs) => writeRequest(context, request, await request.formData());

export default function NewQuotePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useQuoteWords();
  const { draft, basketLines, isInstant } = loaderData;
  const isShort = isInstant && basketLines > 0 && !actionData?.draft.title;
  return (
    <AgencyPage title={isShort ? t.instant : t.newTitle} lead={isShort ? t.lead : t.newLead} crumb={<Link to="/agency/quotes">{t.all}</Link>} hasErrors={Boolean(actionData?.errors.length)}>
      <div className="desk-grid">
        {isShort ? <Outcome errors={actionData?.errors} /> : null}
        {basketLines ? (
          <Panel title={t.instantTitle}>
            <form method="post" className="quote-instant">
              <p>{t.instantLead(basketLines)}</p>
              <span className="row-acts">
                <ButtonLink to="/agency/quotes/new?checkout=1">{t.fromBasket}</ButtonLink>
                <Button kind="1" name="intent" value="instant">{t.instantDo}</Button>
              </span>
            </form>
          </Panel>
        ) : null}
        {isShort ? null : <RequestForm key={JSON.stringify(actionData?.draft ?? draft)} draft={actionData?.draft ?? draft} errors={actionData?.errors} found={actionData?.found ?? null} search={actionData?.search ?? ""} />}
      </div>
    </AgencyPage>
  );
}
