import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from "react-router";
import { ApiUnavailable } from "./lib/api.server.ts";
import { appOf } from "./lib/context.server.ts";
import type { PageHandle } from "./root.tsx";

const ABORT_AFTER = 6_000;

function wantsScripts(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some((match) => (context.routeModules[match.route.id]?.handle as PageHandle | undefined)?.scripts);
}

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: RouterContextProvider) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (wantsScripts(context)) return stream(request, status, headers, context, load);
  // Pages without a router need no hand-over of data to one, and one string is the cheapest answer there is.
  context.serverHandoffStream = undefined;
  const html = renderToString(<ServerRouter context={context} url={request.url} />);
  // As bytes: a string would be checked and copied once more on its way into the answer.
  return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { status, headers });
}

function stream(request: Request, status: number, headers: Headers, context: EntryContext, load: RouterContextProvider): Promise<Response> {
  const { nonce } = appOf(load);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={context} url={request.url} nonce={nonce} />, {
      nonce,
      onShellReady() {
        const body = new PassThrough();
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
      onError: (error) => console.error(error),
    });
    setTimeout(abort, ABORT_AFTER).unref();
  });
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  // Wrong addresses and methods are the visitor's matter and already have an answer.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const path = new URL(request.url).pathname;
  if (error instanceof ApiUnavailable) console.error(`${path}: ${error.message} ${String((error.cause as Error | undefined)?.message ?? "")}`);
  else console.error(path, error);
}
