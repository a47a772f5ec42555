import { data, redirect } from "react-router";
import formIsland from "~/islands/form.ts?worker&url";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { errorOf, readReturnPath, readSecret, readText, type FieldError } from "~/lib/form.ts";
import { signIn } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { doorWords } from "~/rooms/account/doorWords.ts";
import { isExternalOffered } from "~/rooms/account/external.server.ts";
import { homeOf } from "~/rooms/account/links.server.ts";
import { accountWords } from "~/rooms/account/words.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { isEmail } from "~/rooms/checkout/contact.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/sign-in";
import "~/styles/checkout.css";
import "~/styles/account.css";

export const handle = { islands: [formIsland] };

/** What just happened, for which somebody is here: out of a closed list. */
function newsOf(query: URLSearchParams): "out" | "email" | "confirmed" | "failed" | "stopped" | null {
  const done = query.get("done");
  const external = query.get("external");
  if (query.has("out")) return "out";
  if (done === "email" || done === "confirmed") return done;
  return external === "failed" || external === "stopped" ? external : null;
}

export async function loader({ context }: Route.LoaderArgs) {
  const { url } = appOf(context);
  return { next: readReturnPath(url.searchParams.get("next"), homeOf(url.pathname)), news: newsOf(url.searchParams), isExternalOffered: await isExternalOffered(context) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { url, language } = appOf(context);
  const t = accountWords(language, channelOf(url.pathname));
  const next = readReturnPath(readText(form, "next", 500), homeOf(url.pathname));
  const email = readText(form, "email", 254);
  const password = readSecret(form, "password");
  const faults: FieldError[] = [];
  if (!isEmail(email)) faults.push({ field: "email", code: "INVALID", message: t.needEmail });
  if (!password) faults.push({ field: "password", code: "REQUIRED", message: t.needPassword });
  if (faults.length) return data({ errors: faults, email }, { status: 400 });
  const errors = await signIn(context, email, password);
  return errors.length ? data({ errors, email }, { status: 400 }) : redirect(next, 303);
}

/** Only after the right password does the API say so: the account stands, and its mail is still to be answered. */
function NotConfirmed({ email, next }: { email: string; next: string }) {
  const t = useVoice(doorWords);
  const base = baseOf(useChannel());
  return (
    <div className="unconfirmed" role="alert">
      <h2>{t.notConfirmed}</h2>
      <p>{t.notConfirmedBody}</p>
      <form method="post" action={`${base}/forgot-password`}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="next" value={next} />
        <Button>{t.again}</Button>
      </form>
    </div>
  );
}

function News({ news }: { news: NonNullable<ReturnType<typeof newsOf>> }) {
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const said = { out: a.signedOut, email: t.emailChanged, confirmed: t.confirmed, failed: t.externalFailed, stopped: t.externalStopped };
  return <Notice kind={news === "failed" ? "bad" : news === "stopped" ? "info" : "ok"} live>{said[news]}</Notice>;
}

/** The way in through another service, where the market has one. */
function Elsewhere({ next }: { next: string }) {
  const t = useVoice(doorWords);
  return (
    <div className="elsewhere">
      <p className="or">{t.or}</p>
      <ButtonLink size="l" wide to={`/sign-in/external?next=${encodeURIComponent(next)}`}>{t.external}</ButtonLink>
    </div>
  );
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { next, news, isExternalOffered: isElsewhere } = loaderData;
  const t = useVoice(accountWords);
  const d = useVoice(doorWords);
  const base = baseOf(useChannel());
  const errors = actionData?.errors;
  const isUnconfirmed = errors?.some((error) => error.code === "ACCOUNT_NOT_CONFIRMED");
  const on = `next=${encodeURIComponent(next)}`;
  return (
    <DoorFrame head={t.signIn} lead={t.signInLead} hasErrors={Boolean(errors?.length)}>
      {news && !errors ? <News news={news} /> : null}
      {isUnconfirmed && actionData ? <NotConfirmed email={actionData.email} next={next} /> : <ErrorSummary errors={errors} />}
      <form method="post" noValidate data-once={t.busy}>
        <input type="hidden" name="next" value={next} />
        <Field id="email" name="email" type="email" label={t.email} defaultValue={actionData?.email} error={errorOf(errors, "email")?.message} autoComplete="username" required />
        <Field id="password" name="password" type="password" label={t.password} error={errorOf(errors, "password")?.message} autoComplete="current-password" required />
        <Button kind="1" size="l" wide>{t.signIn}</Button>
      </form>
      {isElsewhere ? <Elsewhere next={next} /> : null}
      <ul className="door-ways sm">
        <li>
          <Link className="link" to={`${base}/forgot-password?${on}`}>{d.forgot}</Link>
        </li>
        <li>
          {t.noAccount} <Link className="link" to={`${base}/register?${on}`}>{t.register}</Link>
        </li>
      </ul>
      {t.asGuest ? <p className="sm sub">{t.asGuest}</p> : null}
    </DoorFrame>
  );
}
