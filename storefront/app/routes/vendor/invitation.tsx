import { data, redirect } from "react-router";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { vendorCookie } from "~/rooms/centre/centre.server.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { acceptInvitation, loadOffer } from "~/rooms/team/team.server.ts";
import { invitationWords, teamWords } from "~/rooms/team/words.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/invitation";
import "~/styles/checkout.css";
import "~/styles/account.css";

const HERE = "/vendor/invitation";

/** Opening the link changes nothing; who is not signed in may look, too, and signs in to accept. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "invitation");
  const offer = held ? await loadOffer(context, held.token) : null;
  return { offer, isSignedIn: appOf(context).session.isSignedIn };
}

export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "invitation");
  if (!appOf(context).session.isSignedIn) signInFirst(context);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const { errors, vendorId } = await acceptInvitation(context, held.token);
  if (errors.some((error) => error.code === "INVITATION_EXPIRED")) {
    dropLink(context, "invitation");
    return data({ errors: [], isOver: true }, { status: 410 });
  }
  if (errors.length) return data({ errors: errors.map((error) => ({ ...error, field: null })), isOver: false }, { status: 400 });
  dropLink(context, "invitation");
  if (vendorId) appOf(context).setCookie(vendorCookie(vendorId));
  return redirect("/vendor", 303);
}

function Over() {
  const t = invitationWords(useLanguage());
  return (
    <DoorFrame head={t.over}>
      <p className="stale-note">
        <Icon name="clock" />
        <span>{t.overBody}</span>
      </p>
      <p className="ways">
        <ButtonLink kind="2" to="/">{t.home}</ButtonLink>
      </p>
    </DoorFrame>
  );
}

export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage();
  const [t, w] = [invitationWords(language), teamWords(language)];
  const { offer, isSignedIn } = loaderData;
  const errors = actionData?.errors;
  if (!offer || actionData?.isOver) return <Over />;
  const isWrong = isSignedIn && !offer.isForYou;
  return (
    <DoorFrame head={t.head(offer.vendorName)} lead={t.role(w.roles[offer.role], w.roleNotes[offer.role])} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <p className="sm sub">
        {t.forWhom(offer.maskedEmail)} {t.until(formatDate(offer.expiresAt, language))}
      </p>
      {isWrong ? <Notice kind="warn">{t.wrong}</Notice> : null}
      {isSignedIn ? null : <p>{t.signedOut}</p>}
      <div className="ways">
        {isSignedIn && offer.isForYou ? (
          <form method="post">
            <Button kind="1" size="l">{t.accept}</Button>
          </form>
        ) : (
          <ButtonLink kind="1" size="l" to={`/sign-in?next=${encodeURIComponent(HERE)}`}>{isWrong ? t.other : t.signIn}</ButtonLink>
        )}
        {isSignedIn ? null : <ButtonLink size="l" to={`/register?next=${encodeURIComponent(HERE)}`}>{t.register}</ButtonLink>}
      </div>
      {isSignedIn && offer.isForYou ? (
        <p className="sm">
          <Link className="link" to="/">{t.later}</Link>
        </p>
      ) : null}
    </DoorFrame>
  );
}
