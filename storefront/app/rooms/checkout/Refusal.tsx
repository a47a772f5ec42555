import { operator } from "~/lib/operator.ts";
import { useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { checkoutWords } from "./words.ts";

/** The public channel sells to agencies only: why, and three ways on. */
export function Refusal({ reason }: { reason: "guest" | "member" }) {
  const t = useVoice(checkoutWords);
  return (
    <main id="main" className="wrap refusal">
      <Seo title={t.refusedHead} canonical={null} />
      <Icon name="info" size="l" />
      <h1>{t.refusedHead}</h1>
      <p>{reason === "guest" ? t.refusedGuest : t.refusedMember}</p>
      <p className="ways">
        <ButtonLink kind="1" to="/public/sign-in?next=/public/checkout">{reason === "guest" ? t.refusedSignIn : t.refusedOther}</ButtonLink>
        <ButtonLink to="/c">{t.refusedCitizen}</ButtonLink>
        <Link className="link" to="/public/cart">{t.backToCart}</Link>
      </p>
      <h2>{t.refusedAsk}</h2>
      <p className="sub">{t.refusedAskBody}</p>
      <p className="num">
        <a className="link" href={`mailto:${operator.email}`}>{operator.email}</a> · {operator.phone}
      </p>
    </main>
  );
}
