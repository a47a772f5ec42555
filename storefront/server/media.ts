import { Agent, request as send, type IncomingMessage, type ServerResponse } from "node:http";

const api = new URL(process.env.IEUM_API_URL ?? "http://127.0.0.1:8000/graphql/");
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const PASSED = ["accept", "accept-encoding", "if-none-match", "if-modified-since", "range"];

/** Pictures live with the API; handing them on keeps the shop on one origin (a proxy or CDN in front takes this over). */
export function passMedia(path: string, request: IncomingMessage, response: ServerResponse): boolean {
  if (!/^\/(?:media|thumbnail|static)\//.test(path) || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const headers = Object.fromEntries(PASSED.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])));
  const onward = send({ host: api.hostname, port: api.port || 80, path: request.url, method: request.method, agent, timeout: 15_000, headers: { ...headers, host: api.host } }, (answer) => {
    const { "set-cookie": _, ...safe } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, { "cache-control": "public, max-age=86400", ...safe, "x-content-type-options": "nosniff" });
    answer.pipe(response);
  });
  onward.on("timeout", () => onward.destroy(new Error("timeout")));
  onward.on("error", () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  response.on("close", () => onward.destroy());
  onward.end();
  return true;
}
