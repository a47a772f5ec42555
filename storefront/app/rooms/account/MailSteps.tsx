import { useVoice } from "~/rooms/cart/voice.ts";
import { Notice } from "~/ui/Notice.tsx";
import { doorWords } from "./doorWords.ts";
import type { MailedFor } from "./mailed.server.ts";

/** What to do with the mail that went out, step by step. */
export function MailSteps({ what }: { what: MailedFor }) {
  const t = useVoice(doorWords);
  const steps: Record<MailedFor, string[]> = {
    register: [t.registerOne, t.registerTwo, t.registerThree],
    reset: [t.resetOne, t.resetTwo, t.resetThree],
    email: [t.emailOne, t.emailTwo, t.emailThree],
  };
  return (
    <ol className="mail-steps" aria-label={t.steps}>
      {steps[what].map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

/** To whom it went: an address long enough to break may. */
export function MailedTo({ email }: { email: string }) {
  const t = useVoice(doorWords);
  return (
    <span className="mailed-to">
      {t.mailSentTo} <b>{email}</b>
    </span>
  );
}

/** In development only: where the mail can be read. */
export function MailboxHint({ address }: { address: string | null }) {
  const t = useVoice(doorWords);
  if (!address) return null;
  return (
    <Notice kind="info" head={t.mailbox}>
      <a className="link" href={address} target="_blank" rel="noopener noreferrer">{t.mailboxWay}</a>
    </Notice>
  );
}
