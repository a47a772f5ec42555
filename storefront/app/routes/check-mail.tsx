import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { readIntent } from "~/lib/form.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { askPasswordReset } from "~/rooms/account/doors.server.ts";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { mailboxOf, noteMailed, readMailed, secondsLeft, type Mailed } from "~/rooms/account/mailed.server.ts";
import { MailboxHint, MailedTo, MailSteps } from "~/rooms/account/MailSteps.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/check-mail";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

/** The mail this browser waits for; without one there is nothing to see here. */
function mailedOf(context: Context, request: Request): Mailed {
  const { url, keepSecret } = appOf(context);
  keepSecret();
  const mailed = readMailed(context, request);
  if (!mailed || mailed.what === "email") throw redirect(`${baseOf(channelOf(url.pathname))}/sign-in`, 303);
  return mailed;
}

export function loader({ request, context }: Route.LoaderArgs) {
  const { what, email, next } = mailedOf(context, request);
  return { what, email, next, mailbox: mailboxOf(email), isAgain: appOf(context).url.searchParams.has("again") };
}

/** Whatever the first mail was, the next one sets a password: that works for an account that is confirmed and for one that is not. */
export async function action({ request, context }: Route.ActionArgs) {
  const mailed = mailedOf(context, request);
  readIntent(await request.formData(), ["again"]);
  const wait = secondsLeft(mailed.at, Date.now());
  if (wait > 0) return data({ wait, errors: [] }, { status: 429 });
  const errors = await askPasswordReset(context, mailed.email, mailed.next);
  if (errors.length) return data({ wait: 0, errors }, { status: 400 });
  noteMailed(context, mailed);
  return redirect(`${appOf(context).url.pathname}?again`, 303);
}

export default function CheckMailPage({ loaderData, actionData }: Route.ComponentProps) {
  const { what, email, next, mailbox, isAgain } = loaderData;
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const before = `${base}/${what === "register" ? "register" : "forgot-password"}?next=${encodeURIComponent(next)}`;
  return (
    <DoorFrame head={t.mailHead} lead={<MailedTo email={email} />}>
      {actionData?.wait ? <Notice kind="warn" live>{t.wait(actionData.wait)}</Notice> : null}
      {isAgain && !actionData ? <Notice kind="ok" live>{t.againDone}</Notice> : null}
      <ErrorSummary errors={actionData?.errors} />
      <MailSteps what={isAgain ? "reset" : what} />
      <MailboxHint address={mailbox} />
      <section className="no-mail" aria-labelledby="no-mail">
        <h2 id="no-mail">{t.noMail}</h2>
        <p>{t.spam}</p>
        <p>
          {t.typo} <Link className="link" to={before}>{t.typoWay}</Link>
        </p>
        <form method="post" data-once={a.busy}>
          <Button name="intent" value="again" aria-describedby="pause">{t.again}</Button>
          <p className="sm sub" id="pause">
            {t.pause} {what === "register" ? t.againRegister : ""}
          </p>
        </form>
      </section>
    </DoorFrame>
  );
}
