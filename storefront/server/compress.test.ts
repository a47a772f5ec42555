import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { chooseEncoding, squeeze } from "./compress.ts";

it("prefers brotli, takes gzip, respects a refusal", () => {
  expect(chooseEncoding("gzip, deflate, br, zstd")).toBe("br");
  expect(chooseEncoding("gzip")).toBe("gzip");
  expect(chooseEncoding("br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(chooseEncoding("identity")).toBeNull();
  expect(chooseEncoding(undefined)).toBeNull();
});

it("packs so that it can be unpacked", async () => {
  const body = Buffer.from("이음 ".repeat(500));
  expect(brotliDecompressSync(await squeeze(body, "br")).equals(body)).toBe(true);
  expect(gunzipSync(await squeeze(body, "gzip")).equals(body)).toBe(true);
  expect(await squeeze(body, null)).toBe(body);
});
