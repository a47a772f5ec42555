import { baseOf, cartPath } from "~/lib/channel.ts";
import type { FieldError } from "~/lib/form.ts";
import { useChannel, useVoice } from "~/rooms/cart/voice.ts";
import { ButtonLink } from "~/ui/Button.tsx";
import { Icon } from "~/ui/Icon.tsx";
import { Link } from "~/ui/Link.tsx";
import { Notice } from "~/ui/Notice.tsx";
import { Seo } from "~/ui/Seo.tsx";
import { payWords } from "./payWords.ts";
import { checkoutWords } from "./words.ts";

interface Waiting {
  isSilent: boolean;
  looks: number;
  /** Seconds until it is looked again. */
  wait: number;
  next: string;
}

/** The provider is at it, or does not answer: says so, looks again by itself, and never asks to pay again. */
export function PaymentWaiting({ isSilent, looks, wait, next }: Waiting) {
  const t = useVoice(payWords);
  const title = isSilent ? t.silentTitle : t.pendingTitle;
  const refresh = `<meta http-equiv="refresh" content="${wait};url=${next.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`;
  return (
    <main id="main" className="wrap pay-wait">
      <Seo title={title} canonical={null} />
      <noscript dangerouslySetInnerHTML={{ __html: refresh }} />
      <span className="pay-mark"><Icon name="clock" size="l" /></span>
      <h1>{title}</h1>
      <p>{isSilent ? t.silentLead : t.pendingLead}</p>
      <Notice kind="info" head={t.once}>{t.pendingStay}</Notice>
      <p className="ways">
        <ButtonLink to={next} data-wait={wait}>{t.look}</ButtonLink>
        <span className="sm sub num" role="status">{looks > 0 ? t.lookedAgain(looks) : ""}</span>
      </p>
    </main>
  );
}

/** Paid, and the order cannot be made: what is in the way, how to mend it, and that the money comes back otherwise. */
export function PaymentStuck({ errors, again }: { errors: readonly FieldError[]; again: string }) {
  const t = useVoice(payWords);
  const c = useVoice(checkoutWords);
  const channel = useChannel();
  return (
    <main id="main" className="wrap pay-wait">
      <Seo title={t.stuckTitle} canonical={null} />
      <span className="pay-mark bad"><Icon name="alert" size="l" /></span>
      <h1>{t.stuckTitle}</h1>
      <ul className="dots">
        {[...new Set(errors.map((error) => error.message))].map((message) => <li key={message}>{message}</li>)}
      </ul>
      <Notice kind="warn" head={t.once}>{t.stuckLead}</Notice>
      <p className="ways">
        <ButtonLink kind="1" to={cartPath(channel)}>{t.stuckCart}</ButtonLink>
        <ButtonLink to={again}>{t.stuckAgain}</ButtonLink>
        <Link className="link" to={`${baseOf(channel)}/checkout`}>{c.toStep1}</Link>
      </p>
    </main>
  );
}
