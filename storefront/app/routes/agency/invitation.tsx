import { data, redirect } from "react-router";
import { appOf } from "~/lib/context.server.ts";
import { formatDate } from "~/lib/dates.ts";
import { useLanguage } from "~/lib/i18n/index.ts";
import { signInFirst } from "~/rooms/account/account.server.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { dropLink, heldLink, receiveLink } from "~/rooms/account/links.server.ts";
import { inOrder } from "~/rooms/agency/abilities.ts";
import { agencyCookie } from "~/rooms/agency/agency.server.ts";
import { agencyWords } from "~/rooms/agency/words.ts";
import { loadOffer, takeInvitation } from "~/rooms/agencyadmin/apply.server.ts";
import { applyWords } from "~/rooms/agencyadmin/applyWords.ts";
import { ErrorSummary } from "~/rooms/checkout/ErrorSummary.tsx";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Notice } from "~/ui/Notice.tsx";
import type { Route } from "./+types/invitation";
import "~/styles/checkout.css";
import "~/styles/account.css";

const HERE = "/agency/invitation";

/** Opening the link changes nothing; who is not signed in may look, too, and signs in to accept. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const held = receiveLink(context, request, "agency-invitation");
  return { offer: held ? await loadOffer(context, held.token) : null, isSignedIn: appOf(context).session.isSignedIn };
}

export async function action({ request, context }: Route.ActionArgs) {
  const held = heldLink(context, request, "agency-invitation");
  if (!appOf(context).session.isSignedIn) signInFirst(context);
  if (!held) return data({ errors: [], isOver: true }, { status: 410 });
  const { errors, agencyId } = await takeInvitation(context, held.token);
  if (errors.some((error) => error.code === "INVITATION_EXPIRED")) {
    dropLink(context, "agency-invitation");
    return data({ errors: [], isOver: true }, { status: 410 });
  }
  if (errors.length) return data({ errors: errors.map((error) => ({ ...error, field: null })), isOver: false }, { status: 400 });
  dropLink(context, "agency-invitation");
  if (agencyId) appOf(context).setCookie(agencyCookie(agencyId));
  return redirect("/agency", 303);
}

function Over() {
  const t = applyWords(useLanguage());
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
  const [t, a] = [applyWords(language), agencyWords(language)];
  const { offer, isSignedIn } = loaderData;
  const errors = actionData?.errors;
  if (!offer || actionData?.isOver) return <Over />;
  const isForMe = isSignedIn && offer.isForYou;
  const abilities = inOrder(offer.abilities).map((ability) => a.abilities[ability]).join(", ");
  return (
    <DoorFrame head={t.inviteHead(offer.agencyName)} lead={t.inviteLead(offer.departmentName, abilities)} hasErrors={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <p className="sm sub">
        {t.forWhom(offer.maskedEmail)} {t.until(formatDate(offer.expiresAt, language))}
      </p>
      {isSignedIn && !offer.isForYou ? <Notice kind="warn">{t.wrong}</Notice> : null}
      {isSignedIn ? null : <p>{t.inviteSignedOut}</p>}
      <div className="ways">
        {isForMe ? (
          <form method="post">
            <Button kind="1" size="l">{t.accept}</Button>
          </form>
        ) : (
          <ButtonLink kind="1" size="l" to={`/sign-in?next=${encodeURIComponent(HERE)}`}>{isSignedIn ? t.other : t.signIn}</ButtonLink>
        )}
        {isSignedIn ? null : <ButtonLink size="l" to={`/register?next=${encodeURIComponent(HERE)}`}>{t.inviteRegister}</ButtonLink>}
      </div>
    </DoorFrame>
  );
}
