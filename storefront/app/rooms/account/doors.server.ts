import {
  AccountConfirmDocument, DeletionAskDocument, DeletionConfirmDocument, EmailChangeAskDocument, EmailChangeConfirmDocument, PasswordResetAskDocument, PasswordSetDocument, RegisterDocument,
} from "~/gql/operations";
import { channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { gql, type ApiAnswer } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { mailAddress, type HeldLink } from "./links.server.ts";

const channelHere = (context: Context) => channelOf(appOf(context).url.pathname);

/** Errors about what the page itself chose (where the mail leads, which channel) belong to no field. */
const errorsOf = (answer: ApiAnswer, fields: Record<string, string> = {}): FieldError[] =>
  fieldErrors(answer?.errors).map((error) => ({ ...error, field: error.field && error.field !== "redirectUrl" && error.field !== "channel" ? (fields[error.field] ?? error.field) : null }));

/** Whether the link of the mail was refused: wrong, used, too old or somebody else's, which nobody is told apart. */
export const isLinkOver = (errors: readonly FieldError[]): boolean => errors.some((error) => error.field === "token");

export interface Newcomer {
  name: string;
  email: string;
  password: string;
}

/** Opens an account. Whether the address is known, nobody learns here: a mail goes to it either way. */
export async function register(context: Context, { name, email, password }: Newcomer, next: string): Promise<{ errors: FieldError[]; mustConfirm: boolean }> {
  const { languageCode } = appOf(context);
  const redirectUrl = mailAddress(context, "/confirm-account", next);
  const input = { email, password, firstName: name, languageCode, redirectUrl, channel: channelHere(context) };
  const { accountRegister } = await gql(context, RegisterDocument, { input });
  return { errors: errorsOf(accountRegister, { firstName: "name" }), mustConfirm: accountRegister?.requiresConfirmation !== false };
}

export async function confirmAccount(context: Context, { email, token }: HeldLink, password: string): Promise<FieldError[]> {
  return errorsOf((await gql(context, AccountConfirmDocument, { email, token, password })).confirmAccount);
}

/** Asks for a mail with which a new password can be set; that confirms the account as well. */
export async function askPasswordReset(context: Context, email: string, next: string): Promise<FieldError[]> {
  const redirectUrl = mailAddress(context, "/set-password", next);
  return errorsOf((await gql(context, PasswordResetAskDocument, { email, redirectUrl, channel: channelHere(context) })).requestPasswordReset);
}

/** Sets the password and signs in with it. */
export async function setPassword(context: Context, { email, token }: HeldLink, password: string): Promise<FieldError[]> {
  const answer = (await gql(context, PasswordSetDocument, { email, token, password })).setPassword;
  if (answer?.token && answer.refreshToken) appOf(context).session.signIn(answer.token, answer.refreshToken);
  return errorsOf(answer);
}

export async function askEmailChange(context: Context, newEmail: string, password: string): Promise<FieldError[]> {
  const redirectUrl = mailAddress(context, "/account/email/confirm");
  return errorsOf((await gql(context, EmailChangeAskDocument, { newEmail, password, redirectUrl, channel: channelHere(context) })).requestEmailChange);
}

export async function confirmEmailChange(context: Context, token: string): Promise<FieldError[]> {
  return errorsOf((await gql(context, EmailChangeConfirmDocument, { token })).confirmEmailChange);
}

export async function askDeletion(context: Context): Promise<FieldError[]> {
  const redirectUrl = mailAddress(context, "/account/delete/confirm");
  return errorsOf((await gql(context, DeletionAskDocument, { redirectUrl, channel: channelHere(context) })).accountRequestDeletion);
}

export async function deleteAccount(context: Context, token: string): Promise<FieldError[]> {
  return errorsOf((await gql(context, DeletionConfirmDocument, { token })).accountDelete);
}
