import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "app",
  buildDirectory: process.env.IEUM_BUILD_DIR ?? "build",
  ssr: true,
  // Pages ship no router script unless they ask for one, so nothing may be discovered lazily.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
