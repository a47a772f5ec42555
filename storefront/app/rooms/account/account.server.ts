import { data, redirect } from "react-router";
import {
  AccountDocument, AddressAddDocument, AddressChangeDocument, AddressDefaultDocument, AddressesDocument, AddressRemoveDocument, AddressRulesDocument, OverviewDocument, PasswordChangeDocument,
  ProfileUpdateDocument, SignInDocument, type AccountQuery, type AddressesQuery, type AddressInput, type AddressRulesQuery, type CountryCode, type OverviewQuery,
} from "~/gql/operations";
import { cartCookie } from "~/lib/cart.server.ts";
import { baseOf, channelOf, isDesk } from "~/lib/channel.ts";
import { appOf } from "~/lib/context.server.ts";
import { fieldErrors, type FieldError } from "~/lib/form.ts";
import { gql, gqlPublic } from "~/lib/graphql.server.ts";
import type { Context } from "~/rooms/cart/cart.server.ts";
import { seenCookie } from "~/rooms/cart/seen.server.ts";

export type Me = NonNullable<AccountQuery["me"]>;
export type Overview = NonNullable<OverviewQuery["me"]>;
export type AddressRules = NonNullable<AddressRulesQuery["addressValidationRules"]>;
export type Place = NonNullable<AddressesQuery["me"]>["addresses"][number];

/** Sends people who are not signed in to the sign-in page, which brings them back; to a desk with what was asked there. Elsewhere a query may hold the secret of a mail. */
export function signInFirst(context: Context): never {
  const { url } = appOf(context);
  const next = url.pathname + (isDesk(url.pathname) ? url.search : "");
  throw redirect(`${baseOf(channelOf(url.pathname))}/sign-in?next=${encodeURIComponent(next)}`, 303);
}

function needSession(context: Context): void {
  if (!appOf(context).session.isSignedIn) signInFirst(context);
}

export async function loadMe(context: Context): Promise<Me> {
  needSession(context);
  const { me } = await gql(context, AccountDocument, {});
  return me ?? signInFirst(context);
}

/** What the first page of the account shows. */
export async function loadOverview(context: Context): Promise<Overview> {
  needSession(context);
  const { me } = await gql(context, OverviewDocument, {});
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

export interface Profile {
  name: string;
  languageCode: "KO" | "EN";
}

export async function updateProfile(context: Context, { name, languageCode }: Profile): Promise<FieldError[]> {
  const { accountUpdate } = await gql(context, ProfileUpdateDocument, { input: { firstName: name, lastName: "", languageCode } });
  return fieldErrors(accountUpdate?.errors).map((error) => ({ ...error, field: "name" }));
}

/** Changes the password and signs in anew with it: every session ends, this one as well. */
export async function changePassword(context: Context, email: string, old: string | null, fresh: string): Promise<FieldError[]> {
  const { passwordChange } = await gql(context, PasswordChangeDocument, { old, new: fresh });
  const errors = fieldErrors(passwordChange?.errors);
  if (errors.length === 0 && (await signIn(context, email, fresh)).length) appOf(context).session.signOut();
  return errors;
}

/** Saves a place of the address book: a new one, or changes to the one with this id. Errors have the API's names of fields. */
export async function savePlace(context: Context, address: AddressInput, id?: string): Promise<FieldError[]> {
  const errors = id
    ? (await gql(context, AddressChangeDocument, { id, address })).accountAddressUpdate?.errors
    : (await gql(context, AddressAddDocument, { address })).accountAddressCreate?.errors;
  return fieldErrors(errors);
}

export async function removePlace(context: Context, id: string): Promise<FieldError[]> {
  return fieldErrors((await gql(context, AddressRemoveDocument, { id })).accountAddressDelete?.errors);
}

/** Makes a place the one that things go to, or papers are made out to, unless told otherwise. */
export async function makeStandard(context: Context, id: string, type: "SHIPPING" | "BILLING"): Promise<FieldError[]> {
  return fieldErrors((await gql(context, AddressDefaultDocument, { id, type })).accountSetDefaultAddress?.errors);
}

/** How addresses of a country are written. */
export async function loadRules(country: CountryCode): Promise<AddressRules> {
  const { addressValidationRules } = await gqlPublic(AddressRulesDocument, { country });
  if (!addressValidationRules) throw data(null, { status: 404 });
  return addressValidationRules;
}
