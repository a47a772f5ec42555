import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const SMALL = 1_000;
const TEXT = /^(?:text\/|application\/(?:json|javascript|manifest|xml)|image\/svg)/;
/** Level 4 costs about a millisecond for a list page and leaves it a tenth of its size. */
const BROTLI_QUALITY = 4;

export type Encoding = "br" | "gzip" | null;

export function chooseEncoding(accept: string | undefined): Encoding {
  const names = (accept ?? "").split(",").filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part)).map((part) => part.split(";", 1)[0]?.trim());
  if (names.includes("br")) return "br";
  return names.includes("gzip") ? "gzip" : null;
}

export function squeeze(body: Buffer, encoding: Encoding, quality = BROTLI_QUALITY): Promise<Buffer> {
  if (encoding === "br") {
    return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  }
  return encoding === "gzip" ? zip(body, { level: 6 }) : Promise.resolve(body);
}

function copyHeaders(answer: Response, response: ServerResponse): void {
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) response.setHeader("set-cookie", cookies);
}

/** Writes a web Response out, compressed where it is text; a page with scripts is streamed as it comes. */
export async function sendBody(request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  copyHeaders(answer, response);
  response.statusCode = answer.status;
  if (!answer.body || request.method === "HEAD") {
    response.end();
    return;
  }
  if (!TEXT.test(answer.headers.get("content-type") ?? "")) {
    Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).pipe(response);
    return;
  }
  const body = Buffer.from(await answer.arrayBuffer());
  const encoding = body.length < SMALL ? null : chooseEncoding(request.headers["accept-encoding"]);
  const packed = await squeeze(body, encoding);
  response.setHeader("vary", "Accept-Encoding, Cookie");
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", packed.length);
  response.end(packed);
}
