import { createContext, type RouterContextProvider } from "react-router";
import type { Language } from "./i18n/index.ts";
import type { Sources } from "./policy.server.ts";
import type { Session } from "./session.server.ts";

/** What every loader and action may know about its request. Built once, by the middleware of the root route. */
export interface AppContext {
  language: Language;
  /** The same as the API spells it. */
  languageCode: "KO" | "EN";
  /** True when names have to be read from translations. */
  translated: boolean;
  url: URL;
  origin: string;
  session: Session;
  nonce: string;
  /** The chain of addresses the request came through, for the API. */
  callers: string;
  /** Lets this page load from elsewhere; for pages at which is paid. */
  allow(sources: Sources): void;
  /** Nobody keeps this page, and no other site hears its address: for pages that a link of a mail leads to. */
  keepSecret(): void;
  /** Cookies to send with the response, whatever it turns out to be. */
  setCookie(value: string): void;
}

const key = createContext<AppContext>();

export const provideApp = (context: Readonly<RouterContextProvider>, app: AppContext): void => context.set(key, app);
export const appOf = (context: Readonly<RouterContextProvider>): AppContext => context.get(key);
