import { baseOf } from "~/lib/channel.ts";
import { DoorFrame } from "~/rooms/account/AccountFrame.tsx";
import { leaveWords } from "~/rooms/account/leaveWords.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Link } from "~/ui/Link.tsx";
import "~/styles/checkout.css";
import "~/styles/account.css";

/** The account is gone. Says nothing about whose it was. */
export default function GoodbyePage() {
  const t = useVoice(leaveWords);
  const base = baseOf(useChannel());
  return (
    <DoorFrame head={t.goneHead} lead={t.goneLead}>
      <p className="stale-note">
        {t.goneStays}
      </p>
      <div className="ways">
        <ButtonLink kind="1" to={base || "/"}>{t.goneWay}</ButtonLink>
        <Link className="link" to="/privacy">{t.privacy}</Link>
      </div>
    </DoorFrame>
  );
}
