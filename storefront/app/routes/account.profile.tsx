import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readText } from "~/lib/form.ts";
import { loadMe, updateProfile } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName } from "~/rooms/account/address.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account.profile";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export async function loader({ context }: Route.LoaderArgs) {
  const me = await loadMe(context);
  return { name: personName(me), email: me.email, isSaved: appOf(context).url.searchParams.has("ok") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const name = readText(await request.formData(), "name", 100);
  const { url, language } = appOf(context);
  await loadMe(context);
  if (!name) return data({ errors: [{ field: "name", code: "REQUIRED", message: accountWords(language, channelOf(url.pathname)).needName }], name }, { status: 400 });
  const errors = await updateProfile(context, name);
  return errors.length ? data({ errors, name }, { status: 400 }) : redirect(`${url.pathname}?ok=1`, 303);
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(accountWords);
  const errors = actionData?.errors;
  return (
    <AccountFrame head={t.profile} lead={t.profileLead} hasErrors={Boolean(errors?.length)}>
      {loaderData.isSaved && !errors ? <Notice kind="ok" live>{t.saved}</Notice> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="narrow" data-once={t.busy}>
        <Field id="email" label={t.email} value={loaderData.email} readOnly autoComplete="username" />
        <Field id="name" name="name" label={t.name} defaultValue={actionData?.name ?? loaderData.name} error={errorOf(errors, "name")?.message} autoComplete="name" required />
        <Button kind="1">{t.save}</Button>
      </form>
    </AccountFrame>
  );
}
