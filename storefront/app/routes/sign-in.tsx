import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readReturnPath, readText, type FieldError } from "~/lib/form.ts";
import { signIn } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { isEmail } from "~/rooms/checkout/contact.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/sign-in";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const homeOf = (pathname: string) => `${baseOf(channelOf(pathname))}/account`;

export function loader({ context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  return { next: readReturnPath(url.searchParams.get("next"), homeOf(url.pathname)), isSignedOut: url.searchParams.has("out") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  const next = readReturnPath(readText(form, "next", 500), homeOf(url.pathname));
  const email = readText(form, "email", 254);
  const password = form.get("password");
  const faults: FieldError[] = [];
  if (!isEmail(email)) faults.push({ field: "email", code: "INVALID", message: t.needEmail });
  if (typeof password !== "string" || !password) faults.push({ field: "password", code: "REQUIRED", message: t.needPassword });
  if (faults.length || typeof password !== "string") return data({ errors: faults, email }, { status: 400 });
  const errors = await signIn(context, email, password);
  return errors.length ? data({ errors, email }, { status: 400 }) : redirect(next, 303);
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { next, isSignedOut } = loaderData;
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  return (
    <DoorFrame head={t.signIn} lead={t.signInLead} hasErrors={Boolean(errors?.length)}>
      {isSignedOut && !errors ? <Notice kind="ok" live>{t.signedOut}</Notice> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate data-once={t.busy}>
        <input type="hidden" name="next" value={next} />
        <Field id="email" name="email" type="email" label={t.email} defaultValue={actionData?.email} error={errorOf(errors, "email")?.message} autoComplete="username" required />
        <Field id="password" name="password" type="password" label={t.password} error={errorOf(errors, "password")?.message} autoComplete="current-password" required />
        <Button kind="1" size="l" wide>{t.signIn}</Button>
      </form>
      <p className="sm">
        {t.noAccount}{" "}
        <Link className="link" to={`${base}/register?next=${encodeURIComponent(next)}`}>{t.register}</Link>
      </p>
      {t.asGuest ? <p className="sm sub">{t.asGuest}</p> : null}
    </DoorFrame>
  );
}
