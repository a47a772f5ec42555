import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, type FieldError } from "~/lib/form.ts";
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
  return { email, isSaved: appOf(context).url.searchParams.has("ok") };
}

const secret = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  await loadMe(context);
  const [old, fresh] = [secret(form, "oldPassword"), secret(form, "newPassword")];
  const faults: FieldError[] = [];
  if (!old) faults.push({ field: "oldPassword", code: "REQUIRED", message: t.needOld });
  if (fresh.length < SHORTEST) faults.push({ field: "newPassword", code: "PASSWORD_TOO_SHORT", message: t.tooShort });
  const errors = faults.length ? faults : await changePassword(context, old, fresh);
  return errors.length ? data({ errors }, { status: 400 }) : redirect(`${url.pathname}?ok=1`, 303);
}

export default function PasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(accountWords);
  const errors = actionData?.errors;
  const at = (field: string) => ({ id: field, name: field, type: "password", error: errorOf(errors, field)?.message, required: true });
  return (
    <AccountFrame head={t.passwordChange} hasErrors={Boolean(errors?.length)}>
      {loaderData.isSaved && !errors ? <Notice kind="ok" live>{t.passwordSaved}</Notice> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="narrow" data-once={t.busy}>
        <input type="hidden" name="username" autoComplete="username" value={loaderData.email} />
        <Field {...at("oldPassword")} label={t.oldPassword} autoComplete="current-password" />
        <Field {...at("newPassword")} label={t.newPassword} hint={t.passwordRules} autoComplete="new-password" />
        <Button kind="1">{t.save}</Button>
      </form>
    </AccountFrame>
  );
}
