import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "react-router";
import type { Route } from "./+types/root";
import { channelOf, isDesk, paletteOf } from "./lib/channel.ts";
import { appOf } from "./lib/context.server.ts";
import { LanguageProvider, messagesFor } from "./lib/i18n/index.ts";
import { requestMiddleware } from "./lib/request.server.ts";
import { ErrorPage } from "./ui/ErrorPage.tsx";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/tables.css";
import "./styles/shop.css";
import "./styles/site.css";

export const middleware: Route.MiddlewareFunction[] = [requestMiddleware];

export function loader({ context }: Route.LoaderArgs) {
  const { language, url, origin, nonce } = appOf(context);
  return { language, channel: channelOf(url.pathname), isDesk: isDesk(url.pathname), palette: paletteOf(url.pathname), origin, path: url.pathname, nonce };
}

/** A route asks for the router's scripts with `export const handle = { scripts: true }`, for small ones with `islands: [url]`. */
export interface PageHandle {
  scripts?: boolean;
  islands?: readonly string[];
}

export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  const language = data?.language ?? "ko";
  const islands = [...new Set(handles.flatMap((handle) => handle?.islands ?? []))];
  const wantsScripts = handles.some((handle) => handle?.scripts);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#ffffff" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
        {islands.map((island) => (
          <script key={island} type="module" src={island} nonce={data?.nonce} />
        ))}
      </head>
      <body data-palette={data?.palette ?? "citizen"} data-density={data?.isDesk ? "desk" : undefined}>
        <LanguageProvider value={language}>
          <a className="skip" href="#main">
            {messagesFor(language).skip}
          </a>
          {children}
        </LanguageProvider>
        {wantsScripts ? (
          <>
            <ScrollRestoration nonce={data?.nonce} />
            <Scripts nonce={data?.nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** The last net: the frame of the shop itself could not be drawn. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
