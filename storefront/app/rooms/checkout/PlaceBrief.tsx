import { baseOf } from "~/lib/channel.ts";
import { personName, placeLine, showPhone } from "~/rooms/account/address.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { Link } from "~/ui/Link.tsx";
import { Local } from "~/ui/Local.tsx";
import type { Desk } from "./desk.server.ts";
import { checkoutWords } from "./words.ts";

/** Where it goes, with the way back to change it. */
export function PlaceBrief({ desk }: { desk: Desk }) {
  const t = useVoice(checkoutWords);
  const base = baseOf(useChannel());
  const place = desk.shippingAddress ?? desk.billingAddress;
  const head = desk.isShippingRequired ? t.shipTo : t.serviceAt;
  if (!place) return null;
  return (
    <section aria-labelledby="place-head" className="place-brief">
      <h2 id="place-head">{head}</h2>
      <Link className="link sm" to={`${base}/checkout`} aria-label={`${head} ${t.edit}`}>{t.edit}</Link>
      <p>
        <b><Local text={[personName(place), place.companyName].filter(Boolean).join(" · ")} /></b> <span className="num">{showPhone(place.phone)}</span>
      </p>
      <p className="num"><Local text={placeLine(place)} /></p>
      <p className="sm sub">{desk.email}</p>
      {desk.customerNote ? <p className="sm sub pre">{t.note}: <Local text={desk.customerNote} /></p> : null}
    </section>
  );
}
