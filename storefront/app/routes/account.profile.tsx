import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readText } from "~/lib/form.ts";
import { loadMe, updateProfile } from "~/rooms/account/account.server.ts";
import { AccountFrame } from "~/rooms/account/AccountFrame.tsx";
import { personName } from "~/rooms/account/address.ts";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field, Select } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/account.profile";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

const LANGUAGES = [{ value: "KO", label: "한국어" }, { value: "EN", label: "English" }];

export async function loader({ context }: Route.LoaderArgs) {
  const me = await loadMe(context);
  return { name: personName(me), email: me.email, mails: me.languageCode === "EN" ? "EN" : "KO", isSaved: appOf(context).url.searchParams.has("ok") };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const name = readText(form, "name", 100);
  const languageCode = readText(form, "mails", 2) === "EN" ? "EN" : "KO";
  const { url, language } = appOf(context);
  await loadMe(context);
  if (!name) return data({ errors: [{ field: "name", code: "REQUIRED", message: accountWords(language, channelOf(url.pathname)).needName }], name }, { status: 400 });
  const errors = await updateProfile(context, { name, languageCode });
  return errors.length ? data({ errors, name }, { status: 400 }) : redirect(`${url.pathname}?ok=1`, 303);
}

export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useVoice(accountWords);
  const l = useVoice(leaveWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  return (
    <AccountFrame head={t.profile} lead={t.profileLead} hasErrors={Boolean(errors?.length)}>
      {loaderData.isSaved && !errors ? <Notice kind="ok" live>{t.saved}</Notice> : null}
      <ErrorSummary errors={errors} />
      <form method="post" noValidate className="narrow" data-once={t.busy}>
        <Field id="name" name="name" label={t.name} defaultValue={actionData?.name ?? loaderData.name} error={errorOf(errors, "name")?.message} autoComplete="name" required />
        <Select id="mails" name="mails" label={t.mailLanguage} hint={t.mailLanguageHint} defaultValue={loaderData.mails} options={LANGUAGES} />
        <Button kind="1">{t.save}</Button>
      </form>
      <section className="strip" aria-labelledby="email-head">
        <h2 id="email-head">{t.email}</h2>
        <p className="breaks">{loaderData.email}</p>
        <Link className="link" to={`${base}/account/email`}>{l.changeEmail}</Link>
      </section>
      <section className="strip" aria-labelledby="leave-head">
        <h2 id="leave-head">{l.leave}</h2>
        <p className="sub">{l.leaveBrief}</p>
        <ButtonLink size="s" to={`${base}/account/delete`}>{l.leaveWay}</ButtonLink>
      </section>
    </AccountFrame>
  );
}
