import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import type { PlaygroundOptions } from "./src/modules/playground/options/playground-options"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

/**
 * The plugin run as its own host, for tests, the demo and development. A real host installs it with
 * `plugins: [{ resolve: "medusa-plugin-playground", options }]`; here the modules are named one by
 * one, because the host loads a project's own `src` by itself but not its `src/modules`.
 */
const options: PlaygroundOptions = {
  redisUrl: process.env.PLAYGROUND_REDIS_URL || undefined,
  // JSON; set by tests and benches that need other options than the defaults.
  ...(JSON.parse(process.env.PLAYGROUND_OPTIONS || "{}") as PlaygroundOptions),
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS || "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS || "http://localhost:9000",
      authCors: process.env.AUTH_CORS || "http://localhost:9000",
      // Only for this host on this machine: a real one has secrets of its own.
      jwtSecret: process.env.JWT_SECRET || "playground-development-only",
      cookieSecret: process.env.COOKIE_SECRET || "playground-development-only",
    },
    // `medusa start` marks the session cookie Secure, which a browser drops on plain http.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  admin: { disable: process.env.DISABLE_MEDUSA_ADMIN === "true" },
  // JSON: what benches compare this plugin with.
  plugins: JSON.parse(process.env.EXTRA_PLUGINS || "[]") as string[],
  modules: [
    { resolve: "./src/modules/playground", options: { ...options } },
    { resolve: "./src/modules/outreach", options: { ...options } },
    { resolve: "./src/modules/delivery", options: { ...options } },
    ...(JSON.parse(process.env.EXTRA_MODULES || "[]") as object[]),
  ],
})
