import { ExternalRefreshDocument, TokenRefreshDocument } from "~/gql/operations";
import { ApiUnavailable } from "./api.server.ts";
import { dropCookie, writeCookie } from "./cookies.server.ts";
import { ApiError, gqlPublic } from "./graphql.server.ts";

const ACCESS = "ieum_access";
const REFRESH = "ieum_refresh";
const REFRESH_DAYS = 30;
const EARLY_SECONDS = 20;
/** The API's name for signing in with another service. */
export const EXTERNAL_PLUGIN = "mirumee.authentication.openidconnect";

/** What a JWT says; nothing when it cannot be read. The API verifies it; this only saves useless calls. */
function claimsOf(token: string): { exp?: unknown; owner?: unknown } {
  try {
    return (JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) ?? {}) as { exp?: unknown; owner?: unknown };
  } catch {
    return {};
  }
}

/** The second a JWT ends, or 0 when it cannot be read. */
export function expiryOf(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === "number" ? exp : 0;
}

/** Tokens of somebody who signed in with another service name the plugin that vouches for them. */
const isExternalToken = (token: string | null): boolean => token !== null && claimsOf(token).owner === EXTERNAL_PLUGIN;

type SetCookie = (value: string) => void;

interface Renewed {
  token: string | null;
  refreshToken?: string | null;
}

/** A new access token. The service that vouches for somebody is asked again, and gives a new refresh token, too. */
async function renew(refreshToken: string): Promise<Renewed | null> {
  if (!isExternalToken(refreshToken)) return (await gqlPublic(TokenRefreshDocument, { refreshToken })).tokenRefresh;
  return (await gqlPublic(ExternalRefreshDocument, { pluginId: EXTERNAL_PLUGIN, input: JSON.stringify({ refreshToken }) })).externalRefresh;
}

/** Tokens of the API in httpOnly cookies. A spent access token is renewed on the server, at most once a request. */
export class Session {
  #access: string | null;
  #refresh: string | null;
  #pending: Promise<string | null> | null = null;
  /** Whether there are cookies to take back. */
  #wasSignedIn: boolean;
  readonly #setCookie: SetCookie;

  constructor(cookies: Map<string, string>, setCookie: SetCookie) {
    this.#access = cookies.get(ACCESS) || null;
    this.#refresh = cookies.get(REFRESH) || null;
    this.#wasSignedIn = this.isSignedIn;
    this.#setCookie = setCookie;
  }

  /** Whether the browser claims to be signed in; only the API knows for sure. */
  get isSignedIn(): boolean {
    return this.#refresh !== null || this.#access !== null;
  }

  /** Whether another service vouches for the person, who may then have no password here. */
  get isExternal(): boolean {
    return isExternalToken(this.#access) || isExternalToken(this.#refresh);
  }

  token(): Promise<string | null> {
    this.#pending ??= this.#current();
    return this.#pending;
  }

  /** The API no longer takes the access token: it was ended elsewhere, by a new password say. The refresh token may still be good. */
  refuse(): void {
    this.#access = null;
    this.#pending = null;
  }

  /** Without a refresh token, as some services leave us, the session lasts as long as the access token. */
  signIn(access: string, refresh: string | null): void {
    this.#access = access;
    this.#refresh = refresh;
    this.#pending = null;
    this.#wasSignedIn = true;
    this.#keep();
  }

  #keep(): void {
    if (this.#access) this.#setCookie(writeCookie(ACCESS, this.#access, { maxAge: REFRESH_DAYS * 86_400 }));
    this.#setCookie(this.#refresh ? writeCookie(REFRESH, this.#refresh, { maxAge: REFRESH_DAYS * 86_400 }) : dropCookie(REFRESH));
  }

  signOut(): void {
    this.#access = null;
    this.#refresh = null;
    this.#pending = null;
    this.#wasSignedIn = false;
    this.#setCookie(dropCookie(ACCESS));
    this.#setCookie(dropCookie(REFRESH));
  }

  async #current(): Promise<string | null> {
    if (this.#access && expiryOf(this.#access) > Date.now() / 1000 + EARLY_SECONDS) return this.#access;
    if (!this.#refresh) {
      if (this.#wasSignedIn) this.signOut();
      return null;
    }
    try {
      const renewed = await renew(this.#refresh);
      if (!renewed?.token) {
        this.signOut();
        return null;
      }
      this.#access = renewed.token;
      this.#refresh = renewed.refreshToken ?? this.#refresh;
      this.#keep();
      return this.#access;
    } catch (error) {
      // The shop stays open to someone whose session cannot be renewed just now.
      if (error instanceof ApiError || error instanceof ApiUnavailable) return null;
      throw error;
    }
  }
}
