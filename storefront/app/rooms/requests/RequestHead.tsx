import type { RequestFullFragment } from "~/gql/operations";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { formatNumber, formatWon } from "~/lib/money.ts";
import { formatMoment } from "~/lib/moments.ts";
import { useTimeLeft } from "~/rooms/agency/HoldBar.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Local } from "~/ui/Local.tsx";
import { StatusTag } from "./StatusTag.tsx";
import { StepsLine } from "./StepsLine.tsx";
import { requestWords } from "./words.ts";

function Held({ until, now }: { until: string; now: string }) {
  const language = useLanguage();
  const t = requestWords(language);
  const left = useTimeLeft(until, now);
  return (
    <span className="tag warn num">
      <Icon name="clock" size="s" />
      {t.hasLeft(left, formatMoment(until, language))}
    </span>
  );
}

/** What is asked for, how much, how long it is held, and how far the approval has come. */
export function RequestHead({ request, now }: { request: RequestFullFragment; now: string }) {
  const language = useLanguage();
  const t = requestWords(language);
  const { total } = request;
  const facts = [[t.deliverBy, request.deliverBy ? formatDate(request.deliverBy, language) : ""], [t.place, request.deliveryPlace]].filter(([, text]) => text);
  return (
    <section className="pr-h">
      <div className="tp">
        <div>
          <p className="tags">
            <StatusTag status={request.status} />
            {request.isHeld && request.heldUntil ? <Held until={request.heldUntil} now={now} /> : null}
          </p>
          <h1><Local text={request.title} /></h1>
          {request.purpose ? <p className="why"><Local text={request.purpose} /></p> : null}
          {facts.length ? (
            <dl className="facts">
              {facts.map(([head, text]) => (
                <div key={head}>
                  <dt>{head}</dt>
                  <dd><Local text={text ?? ""} /></dd>
                </div>
              ))}
            </dl>
          ) : null}
        </div>
        <div className="am num">
          <p>{t.asked}</p>
          <b>{formatWon(total.gross.amount, language)}</b>
          <p>{t.split(formatNumber(total.net.amount), formatNumber(total.tax.amount))}</p>
        </div>
      </div>
      {request.steps.length ? <StepsLine requester={request.requester} submittedAt={request.submittedAt} steps={request.steps} isOrdered={request.status === "APPROVED"} /> : null}
    </section>
  );
}
