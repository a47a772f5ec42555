/** The storefront's own server: assets, pictures handed on from the API, pages. Started by index.ts after a build. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { serveAsset } from "./assets.ts";
import { sendBody } from "./compress.ts";
import { passMedia } from "./media.ts";
import { toRequest } from "./request.ts";

const here = fileURLToPath(new URL("..", import.meta.url));
const buildDirectory = resolve(here, process.env.IEUM_BUILD_DIR ?? "build");
const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "0.0.0.0";

const build = (await import(pathToFileURL(`${buildDirectory}/server/index.js`).href)) as ServerBuild;
const handle = createRequestHandler(build, "production");

async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const abort = new AbortController();
  response.on("close", () => abort.abort());
  const answer = await handle(toRequest(request, abort.signal), new RouterContextProvider());
  await sendBody(request, response, answer);
}

async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path === "/healthz") {
    response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).end("ok");
    return;
  }
  if (passMedia(path, request, response)) return;
  if (await serveAsset(`${buildDirectory}/client`, path, request, response)) return;
  await page(request, response);
}

const server = createServer((request, response) => {
  route(request, response).catch((error: unknown) => {
    if (!response.writable) return;
    console.error(request.method, request.url, error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
    response.end("잠시 뒤에 다시 열어 주세요. / Please try again in a moment.");
  });
});
server.keepAliveTimeout = 65_000;
server.requestTimeout = 30_000;

server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is in use by another program.` : error.message);
  process.exit(1);
});
server.listen(port, host, () => console.log(`storefront: http://localhost:${port}`));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
