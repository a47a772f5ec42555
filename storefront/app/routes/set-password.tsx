import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readSecret } from "~/lib/form.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { isLinkOver, setPassword } from "~/rooms/account/doors.server.ts";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { StaleLink } from "~/rooms/account/StaleLink.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import type { Route } from "./+types/set-password";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "reset");
  return { email: held && held.email };
}

/** A weak password leaves the link good, so that another one can be tried. */
export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "reset");
  const { url, language } = appOf(context);
  const channel = channelOf(url.pathname);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const password = readSecret(await request.formData(), "password");
  if (!password) return data({ errors: [{ field: "password", code: "REQUIRED", message: accountWords(language, channel).needPassword }], isOver: false }, { status: 400 });
  const errors = await setPassword(context, held, password);
  if (errors.length && !isLinkOver(errors)) return data({ errors, isOver: false }, { status: 400 });
  dropLink(context, "reset");
  if (errors.length) return data({ errors: [], isOver: true }, { status: 410 });
  return redirect(`${baseOf(channel)}/welcome?as=reset&next=${encodeURIComponent(held.next)}`, 303);
}

export default function SetPasswordPage({ loaderData: { email }, actionData }: Route.ComponentProps) {
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const errors = actionData?.errors;
  if (email === null || actionData?.isOver) return <StaleLink kind="reset" />;
  return (
    <DoorFrame head={t.setHead} lead={t.setLead} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate data-once={a.busy}>
        <Field id="username" label={a.email} value={email} readOnly autoComplete="username" />
        <Field id="password" name="password" type="password" label={a.newPassword} hint={a.passwordRules} error={errorOf(errors, "password")?.message} autoComplete="new-password" required />
        <Button kind="1" size="l" wide>{t.setDo}</Button>
      </form>
    </DoorFrame>
  );
}
