import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readSecret, type FieldError } from "~/lib/form.ts";
import { changePassword, loadMe } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account.password";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const SHORTEST = 8;

export async function loader({ context }: Route.LoaderArgs) {
  const { email } = await loadMe(context);
  const { url, session } = appOf(context);
  return { email, isSaved: url.searchParams.has("ok"), mayLackOne: session.isExternal };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language, session } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  const { email } = await loadMe(context);
  const [old, fresh] = [readSecret(form, "oldPassword"), readSecret(form, "newPassword")];
  const faults: FieldError[] = [];
  if (!old && !session.isExternal) faults.push({ field: "oldPassword", code: "REQUIRED", message: t.needOld });
  if (fresh.length < SHORTEST) faults.push({ field: "newPassword", code: "PASSWORD_TOO_SHORT", message: t.tooShort });
  const errors = faults.length ? faults : await changePassword(context, email, old || null, fresh);
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${url.pathname}?ok=1`, 303);
}

export default function PasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(accountWords);
  const errors = actionData?.errors;
  const at = (field: string) => ({ id: field, name: field, type: "password", error: errorOf(errors, field)?.message });
  return (
    <AccountFrame head={t.passwordChange} lead={t.passwordLead} hasErrors={Boolean(errors?.length)}>
      {loaderData.isSaved && !errors ? <Notice kind="ok" live>{t.passwordSaved}</Notice> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="narrow" data-once={t.busy}>
        <Field id="username" label={t.email} value={loaderData.email} readOnly autoComplete="username" />
        <Field {...at("oldPassword")} label={t.oldPassword} hint={loaderData.mayLackOne ? t.passwordFirst : undefined} autoComplete="current-password" required={!loaderData.mayLackOne} />
        <Field {...at("newPassword")} label={t.newPassword} hint={t.passwordRules} autoComplete="new-password" required />
        <Button kind="1">{t.save}</Button>
      </form>
    </AccountFrame>
  );
}
