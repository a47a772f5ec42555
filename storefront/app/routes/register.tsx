import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readFlag, readReturnPath, readSecret, readText, type FieldError } from "~/lib/form.ts";
import { signIn } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { register } from "~/rooms/account/doors.server.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import { noteMailed } from "~/rooms/account/mailed.server.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { isEmail } from "~/rooms/checkout/contact.ts";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/register";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const SHORTEST = 8;
export function loader({ context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  return { next: readReturnPath(url.searchParams.get("next"), homeOf(url.pathname)) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  const next = readReturnPath(readText(form, "next", 500), homeOf(url.pathname));
  const typed = { name: readText(form, "name", 100), email: readText(form, "email", 254) };
  const password = readSecret(form, "password");
  const faults: FieldError[] = [];
  const need = (field: string, isThere: boolean, message: string) => void (isThere || faults.push({ field, code: "INVALID", message }));
  need("name", typed.name !== "", t.needName);
  need("email", isEmail(typed.email), t.needEmail);
  need("password", password.length >= SHORTEST, password ? t.tooShort : t.needPassword);
  need("agree", readFlag(form, "agree"), t.needAgree);
  if (faults.length) return data({ errors: faults, typed }, { status: 400 });
  const { errors, mustConfirm } = await register(context, { ...typed, password }, next);
  if (errors.length) return data({ errors, typed }, { status: 400 });
  const base = baseOf(channelOf(url.pathname));
  if (mustConfirm) {
    noteMailed(context, { what: "register", email: typed.email, next });
    return redirect(`${base}/check-mail`, 303);
  }
  const signInErrors = await signIn(context, typed.email, password);
  return redirect(signInErrors.length ? `${base}/sign-in?next=${encodeURIComponent(next)}` : next, 303);
}

function Agreement({ error }: { error?: string }) {
  const t = useVoice(accountWords);
  return (
    <div className="consent">
      <label className="ck" htmlFor="agree">
        <input type="checkbox" id="agree" name="agree" value="1" required aria-invalid={error ? true : undefined} aria-describedby={error ? "agree-error" : undefined} />
        <span>{t.agree}</span>
      </label>
      <p className="sm">
        <Link className="link" to="/terms">{t.terms}</Link> <Link className="link" to="/privacy">{t.privacy}</Link>
      </p>
      {error ? (
        <p className="err" id="agree-error">
          <Icon name="alert" size="s" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

export default function RegisterPage({ loaderData, actionData }: Route.ComponentProps) {
  const { next } = loaderData;
  const t = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  const at = (field: string) => ({ id: field, name: field, error: errorOf(errors, field)?.message, required: true });
  return (
    <DoorFrame head={t.register} lead={t.registerLead} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate data-once={t.busy}>
        <input type="hidden" name="next" value={next} />
        <Field {...at("name")} label={t.name} defaultValue={actionData?.typed.name} autoComplete="name" />
        <Field {...at("email")} type="email" label={t.email} defaultValue={actionData?.typed.email} autoComplete="username" />
        <Field {...at("password")} type="password" label={t.password} hint={t.passwordRules} autoComplete="new-password" />
        <Agreement error={errorOf(errors, "agree")?.message} />
        <Button kind="1" size="l" wide>{t.create}</Button>
      </form>
      <p className="sm">
        {t.haveAccount}{" "}
        <Link className="link" to={`${base}/sign-in?next=${encodeURIComponent(next)}`}>{t.signIn}</Link>
      </p>
    </DoorFrame>
  );
}
