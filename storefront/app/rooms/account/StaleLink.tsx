import { baseOf } from "~/lib/channel.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Button, ButtonLink } from "~/ui/Button.tsx";
import { Field } from "~/ui/Field.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { DoorFrame } from "./AccountFrame.tsx";
import { doorWords } from "./doorWords.ts";
import type { LinkKind } from "./links.server.ts";
import { accountWords } from "./words.ts";

/** A link that is wrong, used, too old or somebody else's: one page for all of them, which says nothing about any address. */
export function StaleLink({ kind }: { kind: LinkKind }) {
  const t = useVoice(doorWords);
  const a = useVoice(accountWords);
  const base = baseOf(useChannel());
  const isInside = kind === "email" || kind === "delete";
  return (
    <DoorFrame head={t.staleHead} lead={t.staleLead}>
      <p className="stale-note">
        <Icon name="clock" />
        <span>
          {t.staleMail} {kind === "confirm" ? t.staleConfirmed : ""}
          {isInside ? t.staleOther : ""}
        </span>
      </p>
      {isInside ? (
        <p className="ways">
          <ButtonLink kind="1" to={`${base}/account/${kind}`}>{t.staleWay}</ButtonLink>
        </p>
      ) : (
        <>
          <form method="post" action={`${base}/forgot-password`} noValidate>
            <Field id="email" name="email" type="email" label={a.email} autoComplete="username" required />
            <Button kind="1" size="l" wide>{t.staleWay}</Button>
          </form>
          <p className="sm">
            <Link className="link" to={`${base}/sign-in`}>{a.signIn}</Link>
          </p>
        </>
      )}
    </DoorFrame>
  );
}
