import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readReturnPath, readText } from "~/lib/form.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { askPasswordReset } from "~/rooms/account/doors.server.ts";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import { noteMailed } from "~/rooms/account/mailed.server.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { isEmail } from "~/rooms/checkout/contact.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/forgot-password";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export function loader({ context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  return { next: readReturnPath(url.searchParams.get("next"), homeOf(url.pathname)) };
}

/** Goes on alike for every address, known or not. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const channel = channelOf(url.pathname);
  const email = readText(form, "email", 254);
  const next = readReturnPath(readText(form, "next", 500), homeOf(url.pathname));
  if (!isEmail(email)) return data({ errors: [{ field: "email", code: "INVALID", message: accountWords(language, channel).needEmail }], email }, { status: 400 });
  const errors = await askPasswordReset(context, email, next);
  if (errors.length) return data({ errors, email }, { status: 400 });
  noteMailed(context, { what: "reset", email, next });
  return redirect(`${baseOf(channel)}/check-mail`, 303);
}

export default function ForgotPasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const { next } = loaderData;
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  return (
    <DoorFrame head={t.forgotHead} lead={t.forgotLead} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate data-once={a.busy}>
        <input type="hidden" name="next" value={next} />
        <Field id="email" name="email" type="email" label={a.email} defaultValue={actionData?.email} error={errorOf(errors, "email")?.message} autoComplete="username" required />
        <Button kind="1" size="l" wide>{t.forgotSend}</Button>
      </form>
      <p className="sm">
        {t.remembered}{" "}
        <Link className="link" to={`${base}/sign-in?next=${encodeURIComponent(next)}`}>{a.signIn}</Link>
      </p>
    </DoorFrame>
  );
}
