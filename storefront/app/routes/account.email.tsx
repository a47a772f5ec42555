import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readSecret, readText, type FieldError } from "~/lib/form.ts";
import { loadMe } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { askEmailChange } from "~/rooms/account/doors.server.ts";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import { mailboxOf, noteMailed, readMailed } from "~/rooms/account/mailed.server.ts";
import { MailboxHint, MailedTo, MailSteps } from "~/rooms/account/MailSteps.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { isEmail } from "~/rooms/checkout/contact.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/account.email";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { email } = await loadMe(context);
  const { url, session } = appOf(context);
  const mailed = url.searchParams.has("sent") ? readMailed(context, request) : null;
  return { email, mayLackPassword: session.isExternal, sent: mailed?.what === "email" ? { to: mailed.email, mailbox: mailboxOf(mailed.email) } : null };
}

/** Goes on alike whether the new address has an account: its mailbox gets the news either way. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  await loadMe(context);
  const newEmail = readText(form, "newEmail", 254);
  const password = readSecret(form, "password");
  const faults: FieldError[] = [];
  if (!isEmail(newEmail)) faults.push({ field: "newEmail", code: "INVALID", message: t.needEmail });
  if (!password) faults.push({ field: "password", code: "REQUIRED", message: t.needPassword });
  const errors = faults.length ? faults : await askEmailChange(context, newEmail, password);
  if (errors.length) return data({ errors, newEmail }, { status: 400 });
  noteMailed(context, { what: "email", email: newEmail, next: homeOf(url.pathname) });
  return redirect(`${url.pathname}?sent`, 303);
}

function Sent({ to, mailbox }: { to: string; mailbox: string | null }) {
  const t = useVoice(doorWords);
  return (
    <section className="sent-on" aria-labelledby="sent-head" role="status">
      <h2 id="sent-head">{t.mailHead}</h2>
      <p>
        <MailedTo email={to} />
      </p>
      <MailSteps what="email" />
      <p className="sm sub">
        {t.spam} {t.pause}
      </p>
      <MailboxHint address={mailbox} />
    </section>
  );
}

export default function EmailPage({ loaderData: { email, sent, mayLackPassword }, actionData }: Route.ComponentProps) {
  const t = useVoice(leaveWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  const why = mayLackPassword ? (
    <>
      {t.noPassword} <Link className="link" to={`${base}/account/password`}>{t.noPasswordWay}</Link>
    </>
  ) : (
    t.why
  );
  return (
    <AccountFrame head={t.emailHead} lead={t.emailLead} hasErrors={Boolean(errors?.length)}>
      {sent && !errors ? <Sent {...sent} /> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="narrow" data-once={a.busy}>
        <Field id="username" label={t.now} value={email} readOnly autoComplete="username" />
        <Field id="newEmail" name="newEmail" type="email" label={t.fresh} defaultValue={actionData?.newEmail} error={errorOf(errors, "newEmail")?.message} autoComplete="email" required />
        <Field id="password" name="password" type="password" label={a.oldPassword} hint={why} error={errorOf(errors, "password")?.message} autoComplete="current-password" required />
        <div className="ways">
          <Button kind="1">{t.ask}</Button>
          <Link className="link" to={`${base}/account/profile`}>{a.back}</Link>
        </div>
      </form>
    </AccountFrame>
  );
}
