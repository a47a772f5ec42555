import { reactRouter } from "@react-router/dev/vite";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const app = fileURLToPath(new URL("./app", import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: mode === "test" ? [] : [reactRouter()],
  resolve: { alias: { "~": app } },
  build: { assetsInlineLimit: 0, cssMinify: true },
  test: { include: ["app/**/*.test.{ts,tsx}", "server/**/*.test.ts"] },
}));
