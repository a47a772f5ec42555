import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readSecret } from "~/lib/form.ts";
import { signIn } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { confirmAccount, isLinkOver } from "~/rooms/account/doors.server.ts";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { StaleLink } from "~/rooms/account/StaleLink.tsx";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import type { Route } from "./+types/confirm-account";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

export function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "confirm");
  return { held: held && { email: held.email, next: held.next } };
}

/** The password shows that who reads the mail is who registered; it also signs in. */
export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "confirm");
  const { url, language } = appOf(context);
  const channel = channelOf(url.pathname);
  const base = baseOf(channel);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const password = readSecret(await request.formData(), "password");
  if (!password) return data({ errors: [{ field: "password", code: "REQUIRED", message: accountWords(language, channel).needPassword }], isOver: false }, { status: 400 });
  const errors = await confirmAccount(context, held, password);
  if (errors.length && !isLinkOver(errors)) return data({ errors, isOver: false }, { status: 400 });
  dropLink(context, "confirm");
  if (errors.length) return data({ errors: [], isOver: true }, { status: 410 });
  const next = encodeURIComponent(held.next);
  const isIn = (await signIn(context, held.email, password)).length === 0;
  return redirect(isIn ? `${base}/welcome?as=confirmed&next=${next}` : `${base}/sign-in?done=confirmed&next=${next}`, 303);
}

export default function ConfirmAccountPage({ loaderData: { held }, actionData }: Route.ComponentProps) {
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  if (!held || actionData?.isOver) return <StaleLink kind="confirm" />;
  return (
    <DoorFrame head={t.confirmHead} lead={t.confirmLead} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <form method="post" noValidate data-once={a.busy}>
        <Field id="username" label={a.email} value={held.email} readOnly autoComplete="username" />
        <Field id="password" name="password" type="password" label={a.password} error={errorOf(errors, "password")?.message} autoComplete="current-password" required />
        <Button kind="1" size="l" wide>{t.confirmDo}</Button>
      </form>
      <p className="sm">
        <Link className="link" to={`${base}/forgot-password?next=${encodeURIComponent(held.next)}`}>{t.confirmForgot}</Link>
      </p>
    </DoorFrame>
  );
}
