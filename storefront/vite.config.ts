import { reactRouter } from "@react-router/dev/vite";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const app = fileURLToPath(new URL("./app", import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: mode === "test" ? [] : [reactRouter()],
  resolve: { alias: { "~": app } },
  // The packages are a link out of this folder; without naming where it leads, the development server keeps fonts back.
  server: { fs: { allow: [here, realpathSync(`${here}node_modules`)] } },
  build: { assetsInlineLimit: 0, cssMinify: true },
  test: { include: ["app/**/*.test.{ts,tsx}", "server/**/*.test.ts"] },
}));
