import { TokenRefreshDocument } from "~/gql/operations";
import { ApiUnavailable } from "./api.server.ts";
import { dropCookie, writeCookie } from "./cookies.server.ts";
import { ApiError, gqlPublic } from "./graphql.server.ts";

const ACCESS = "ieum_access";
const REFRESH = "ieum_refresh";
const REFRESH_DAYS = 30;
const EARLY_SECONDS = 20;

/** The second a JWT ends, or 0 when it cannot be read. The API verifies it; this only saves a useless call. */
export function expiryOf(token: string): number {
  try {
    const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as { exp?: unknown };
    return typeof payload.exp === "number" ? payload.exp : 0;
  } catch {
    return 0;
  }
}

type SetCookie = (value: string) => void;

/** Tokens of the API in httpOnly cookies. A spent access token is renewed on the server, at most once a request. */
export class Session {
  #access: string | null;
  #refresh: string | null;
  #pending: Promise<string | null> | null = null;
  readonly #setCookie: SetCookie;

  constructor(cookies: Map<string, string>, setCookie: SetCookie) {
    this.#access = cookies.get(ACCESS) || null;
    this.#refresh = cookies.get(REFRESH) || null;
    this.#setCookie = setCookie;
  }

  /** Whether the browser claims to be signed in; only the API knows for sure. */
  get isSignedIn(): boolean {
    return this.#refresh !== null || this.#access !== null;
  }

  token(): Promise<string | null> {
    this.#pending ??= this.#current();
    return this.#pending;
  }

  signIn(access: string, refresh: string): void {
    this.#access = access;
    this.#refresh = refresh;
    this.#pending = null;
    this.#setCookie(writeCookie(ACCESS, access, { maxAge: REFRESH_DAYS * 86_400 }));
    this.#setCookie(writeCookie(REFRESH, refresh, { maxAge: REFRESH_DAYS * 86_400 }));
  }

  signOut(): void {
    this.#access = null;
    this.#refresh = null;
    this.#pending = null;
    this.#setCookie(dropCookie(ACCESS));
    this.#setCookie(dropCookie(REFRESH));
  }

  async #current(): Promise<string | null> {
    if (this.#access && expiryOf(this.#access) > Date.now() / 1000 + EARLY_SECONDS) return this.#access;
    if (!this.#refresh) return null;
    try {
      const { tokenRefresh } = await gqlPublic(TokenRefreshDocument, { refreshToken: this.#refresh });
      if (!tokenRefresh?.token) {
        this.signOut();
        return null;
      }
      this.#access = tokenRefresh.token;
      this.#setCookie(writeCookie(ACCESS, this.#access, { maxAge: REFRESH_DAYS * 86_400 }));
      return this.#access;
    } catch (error) {
      // The shop stays open to someone whose session cannot be renewed just now.
      if (error instanceof ApiError || error instanceof ApiUnavailable) return null;
      throw error;
    }
  }
}
