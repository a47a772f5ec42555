import { useVoice } from "~/rooms/cart/voice.ts";
import { Local } from "~/ui/Local.tsx";
import { exceptionIn, returnTerms, type ReturnPolicy } from "./returnTerms.ts";

/** Beside what is bought: that it cannot go back for a change of mind, and the seller's terms. Nothing where it can. */
export function ReturnException({ policy }: { policy: ReturnPolicy }) {
  const head = exceptionIn(useVoice(returnTerms), policy);
  if (!head) return null;
  return (
    <span className="xs return-exception">
      <b>{head}.</b> {policy.note ? <Local text={policy.note} /> : null}
    </span>
  );
}
