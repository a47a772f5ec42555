/**
 * Actions: one form field `intent` out of a closed list. An unknown intent is a programming or a forging error, not something to
 * guess about, so it ends in a 400.
 */
export interface FieldError {
  field: string | null;
  code: string;
  message: string;
}

export function readIntent<const T extends readonly string[]>(form: FormData, intents: T): T[number] {
  const value = form.get("intent");
  if (typeof value !== "string" || !intents.includes(value)) throw new Response("Unknown intent", { status: 400 });
  return value;
}

/** A text field, trimmed and cut to a sane length; "" when absent or a file. */
export function readText(form: FormData, name: string, maxLength = 500): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim().slice(0, maxLength) : "";
}

export const readFlag = (form: FormData, name: string): boolean => form.get(name) !== null;

/** A path of this site to go back to; anything else is refused, so that a link cannot send people elsewhere. */
export function readReturnPath(value: string | null, fallback: string): string {
  if (!value?.startsWith("/") || value.startsWith("//") || value.includes("\\") || /\s|\p{Cc}/u.test(value)) return fallback;
  return value;
}

export const errorOf = (errors: readonly FieldError[] | undefined, field: string): FieldError | undefined => errors?.find((error) => error.field === field);

interface RawMutationError {
  field: string | null;
  code: string;
  message: string | null;
}

export const fieldErrors = (errors: readonly RawMutationError[] | null | undefined): FieldError[] =>
  (errors ?? []).map(({ field, code, message }) => ({ field, code, message: message ?? "" }));

/** A password as it was typed: nothing is trimmed. */
export function readSecret(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, LONGEST_SECRET) : "";
}

const LONGEST_SECRET = 4_096;
