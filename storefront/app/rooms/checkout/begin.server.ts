import type { FieldError } from "~/lib/form.ts";
import { returnPath, type Begun, type Payable } from "./payment.server.ts";
import { factsOf, type Way } from "./ways.ts";

/** What the script on the page is told. */
export type BeginAnswer =
  | { errors: FieldError[] }
  /** Nothing is left to be done here. */
  | { go: string }
  | { attempt: string; back: string; secret: string }
  | { attempt: string; back: string; toss: Record<string, unknown> };

const OVER = new Set(["succeeded", "requires_capture", "processing"]);

/** What the provider's form needs to go on, and where to go when it is done. */
export function answerOf(base: string, { begun, payable, way }: { begun: Begun; payable: Payable; way: Way }): BeginAnswer {
  const back = returnPath(base, payable, begun.transaction);
  const { attempt, data } = begun;
  if (way.means === "toss") return { attempt, back, toss: data };
  const intent = factsOf(data.paymentIntent);
  if (OVER.has(String(intent.status))) return { go: back }; // paid in another window
  return { attempt, back, secret: String(intent.stripeClientSecret ?? "") };
}
