import { data, redirect } from "react-router";
import {
  AccountDocument, AddressAddDocument, AddressChangeDocument, AddressDefaultDocument, AddressesDocument, AddressRemoveDocument, PasswordChangeDocument, ProfileUpdateDocument, RegisterDocument,
  SignInDocument, type AccountQuery, type AddressesQuery,
} from "~/gql/operations";
import { cartCookie } from "~/lib/cart.server.ts";
import { baseOf, channelOf } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { gql } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { seenCookie } from "~/rooms/cart/seen.server.ts";
import { addressErrors, toInput, type AddressValues } from "./address.ts";

export type Me = NonNullable<AccountQuery["me"]>;
export type Place = NonNullable<AddressesQuery["me"]>["addresses"][number];

/** Sends people who are not signed in to the sign-in page, which brings them back. */
export function signInFirst(context: Context): never {
  const { url } = appOf(context);
  throw redirect(`${baseOf(channelOf(url.pathname))}/sign-in?next=${encodeURIComponent(url.pathname)}`, 303);
}

function needSession(context: Context): void {
  if (!appOf(context).session.isSignedIn) signInFirst(context);
}

export async function loadMe(context: Context): Promise<Me> {
  needSession(context);
  const { me } = await gql(context, AccountDocument, {});
  return me ?? signInFirst(context);
}

export async function loadPlaces(context: Context): Promise<Place[]> {
  needSession(context);
  const { me } = await gql(context, AddressesDocument, {});
  return me ? me.addresses : signInFirst(context);
}

export async function loadPlace(context: Context, id: string): Promise<Place> {
  const place = (await loadPlaces(context)).find((one) => one.id === id);
  if (!place) throw data(null, { status: 404 });
  return place;
}

/** Signs in and keeps the tokens. The errors are the API's, in the reader's language. */
export async function signIn(context: Context, email: string, password: string): Promise<FieldError[]> {
  const { tokenCreate } = await gql(context, SignInDocument, { email, password });
  const errors = fieldErrors(tokenCreate?.errors).map((error) => ({ ...error, field: null }));
  if (tokenCreate?.token && tokenCreate.refreshToken) appOf(context).session.signIn(tokenCreate.token, tokenCreate.refreshToken);
  return errors;
}

/** Forgets who is here, and the carts with them: a member's cart is nobody else's. */
export function signOut(context: Context): void {
  const { session, setCookie } = appOf(context);
  session.signOut();
  for (const channel of ["citizen", "public"] as const) {
    setCookie(cartCookie(channel, null));
    setCookie(seenCookie(channel, null));
  }
}

export interface Newcomer {
  name: string;
  email: string;
  password: string;
}

export async function register(context: Context, { name, email, password }: Newcomer): Promise<FieldError[]> {
  const { languageCode } = appOf(context);
  const { accountRegister } = await gql(context, RegisterDocument, { input: { email, password, firstName: name, languageCode } });
  return fieldErrors(accountRegister?.errors).map((error) => (error.field === "firstName" ? { ...error, field: "name" } : error));
}

export async function updateProfile(context: Context, name: string): Promise<FieldError[]> {
  const { accountUpdate } = await gql(context, ProfileUpdateDocument, { input: { firstName: name, lastName: "" } });
  return fieldErrors(accountUpdate?.errors).map((error) => ({ ...error, field: "name" }));
}

export async function changePassword(context: Context, old: string, fresh: string): Promise<FieldError[]> {
  const { passwordChange } = await gql(context, PasswordChangeDocument, { old, new: fresh });
  return fieldErrors(passwordChange?.errors);
}

/** Saves a place of the address book: a new one, or changes to the one with this id. */
export async function savePlace(context: Context, values: AddressValues, id?: string): Promise<FieldError[]> {
  const address = toInput(values);
  const errors = id
    ? (await gql(context, AddressChangeDocument, { id, address })).accountAddressUpdate?.errors
    : (await gql(context, AddressAddDocument, { address })).accountAddressCreate?.errors;
  return addressErrors(fieldErrors(errors));
}

export async function removePlace(context: Context, id: string): Promise<FieldError[]> {
  return fieldErrors((await gql(context, AddressRemoveDocument, { id })).accountAddressDelete?.errors);
}

export async function makeStandard(context: Context, id: string): Promise<FieldError[]> {
  return fieldErrors((await gql(context, AddressDefaultDocument, { id })).accountSetDefaultAddress?.errors);
}
