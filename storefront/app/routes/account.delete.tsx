import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { loadMe } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { CannotLeave } from "~/rooms/account/CannotLeave.tsx";
import { askDeletion } from "~/rooms/account/doors.server.ts";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { mailboxOf } from "~/rooms/account/mailed.server.ts";
import { MailboxHint } from "~/rooms/account/MailSteps.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account.delete";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export async function loader({ context }: Route.LoaderArgs) {
  const { email } = await loadMe(context);
  return { email, isSent: appOf(context).url.searchParams.has("sent"), mailbox: mailboxOf(email) };
}

export async function action({ context }: Route.ActionArgs) {
  await loadMe(context);
  const errors = await askDeletion(context);
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${appOf(context).url.pathname}?sent`, 303);
}

const Lines = ({ text }: { text: string }) => (
  <ul className="dots">
    {text.split("|").map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** How long records of trade are kept: Enforcement Decree of the e-commerce act, Article 6. */
function Kept() {
  const t = useVoice(leaveWords);
  const rows = [[t.contracts, t.five], [t.payments, t.five], [t.disputes, t.three]] as const;
  return (
    <section aria-labelledby="stays">
      <h2 id="stays">{t.stays}</h2>
      <p>{t.staysWhy}</p>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t.record}</th>
            <th scope="col">{t.howLong}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([record, time]) => (
            <tr key={record}>
              <th scope="row">{record}</th>
              <td className="num">{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sm">
        <Link className="link" to="/privacy">{t.privacy}</Link>
      </p>
    </section>
  );
}

export default function DeletePage({ loaderData: { email, isSent, mailbox }, actionData }: Route.ComponentProps) {
  const t = useVoice(leaveWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const isDone = isSent && !actionData;
  return (
    <AccountFrame head={t.head} lead={t.lead} hasErrors={Boolean(actionData)}>
      {isDone ? <Notice kind="ok" head={t.askedHead} live>{t.asked(email)}</Notice> : null}
      {isDone ? <MailboxHint address={mailbox} /> : null}
      <CannotLeave errors={actionData?.errors} />
      <div className="leaving">
        <section aria-labelledby="goes">
          <h2 id="goes">{t.goes}</h2>
          <Lines text={t.goesList} />
        </section>
        <Kept />
        <section aria-labelledby="before">
          <h2 id="before">{t.before}</h2>
          <Lines text={t.beforeList} />
        </section>
      </div>
      <form method="post" className="leave-now" data-once={a.busy}>
        <p>{t.askLead}</p>
        <div className="ways">
          <Button kind="x">{t.askDo}</Button>
          <Link className="link" to={`${base}/account/profile`}>{a.back}</Link>
        </div>
      </form>
    </AccountFrame>
  );
}
