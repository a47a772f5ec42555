import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, normalize } from "node:path";
import { chooseEncoding, squeeze, type Encoding } from "./compress.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".png": "image/png",
  ".ico": "image/x-icon",
};
const PACKABLE = /^(?:text|application|image\/svg)/;
const BEST = 11;

interface Asset {
  bodies: Map<Encoding, Promise<Buffer>>;
  type: string;
  etag: string;
}
const kept = new Map<string, Promise<Asset | null>>();

async function load(path: string): Promise<Asset | null> {
  const type = TYPES[extname(path)];
  if (!type) return null;
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return null;
    return { type, etag: `"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`, bodies: new Map([[null, readFile(path)]]) };
  } catch {
    return null;
  }
}

function bodyOf(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.bodies.get(encoding);
  if (known) return known;
  const packed = (asset.bodies.get(null) as Promise<Buffer>).then((plain) => squeeze(plain, encoding, BEST));
  asset.bodies.set(encoding, packed);
  return packed;
}

/** Answers a file of the build, packed once and kept; false when there is none. What Vite named by content may be kept for ever. */
export async function serveAsset(root: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if ((request.method !== "GET" && request.method !== "HEAD") || !/^\/[\w./-]+\.\w+$/.test(path) || normalize(path) !== path) return false;
  const file = root + path;
  let asset = kept.get(file);
  if (!asset) {
    asset = load(file);
    // A missing file is not remembered: the list of what does not exist has no end.
    void asset.then((found) => found ?? kept.delete(file));
    kept.set(file, asset);
  }
  const found = await asset;
  if (!found) return false;
  response.setHeader("cache-control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600");
  response.setHeader("etag", found.etag);
  response.setHeader("x-content-type-options", "nosniff");
  if (request.headers["if-none-match"] === found.etag) {
    response.writeHead(304).end();
    return true;
  }
  const encoding = PACKABLE.test(found.type) ? chooseEncoding(request.headers["accept-encoding"]) : null;
  const body = await bodyOf(found, encoding);
  response.writeHead(200, { "content-type": found.type, "content-length": body.length, vary: "Accept-Encoding", ...(encoding ? { "content-encoding": encoding } : {}) });
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}
