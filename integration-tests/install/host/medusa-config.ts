import { defineConfig } from "@medusajs/framework/utils"
import type { PlaygroundOptions } from "medusa-plugin-playground/modules/playground"
import copywriter from "./src/providers/copywriter"

const {
  REDIS_URL,
  COPYWRITER_URL,
  MODEL_URL,
  JUDGE_URL,
  GENERATOR,
  CAMPAIGN_SOURCE,
  BASE_URL,
  SMTP_PORT,
  SESSIONS_URL,
} = process.env

const options: PlaygroundOptions = {
  redisUrl: REDIS_URL || undefined,
  generators: [
    { resolve: copywriter, options: { url: COPYWRITER_URL } },
    {
      resolve: "medusa-plugin-playground/providers/ai-sdk",
      options: { baseURL: MODEL_URL, model: "tiny" },
    },
  ],
  generator: GENERATOR || "copywriter",
  judge: {
    resolve: "medusa-plugin-playground/providers/ai-sdk-judge",
    options: { baseURL: JUDGE_URL, model: "fake-judge" },
  },
  prices: { tiny: { input: 0.25, output: 2 }, "fake-judge": { input: 0.05, output: 0.4 } },
  campaignSource: CAMPAIGN_SOURCE || "outreach",
  // What a killed server was drafting is taken up again soon.
  leaseMs: 5_000,
  reconcileIntervalMs: 1_000,
  sending: {
    publicUrl: BASE_URL,
    transports: [
      {
        resolve: "medusa-plugin-playground/providers/smtp",
        id: "smtp",
        options: { host: "127.0.0.1", port: Number(SMTP_PORT), from: "shop@example.com" },
      },
    ],
    transport: "outbox",
  },
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    // Sessions that outlive the server's process, as in production.
    redisUrl: SESSIONS_URL || undefined,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "install-test",
      cookieSecret: "install-test",
    },
    // In production mode the session's cookie is Secure, which a browser drops on plain http.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  plugins: [{ resolve: "medusa-plugin-playground", options }],
  modules: [
    { resolve: "./src/modules/own-campaigns" },
    ...(REDIS_URL
      ? [
          { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: REDIS_URL } },
          {
            resolve: "@medusajs/medusa/workflow-engine-redis",
            options: { redis: { redisUrl: REDIS_URL } },
          },
          {
            resolve: "@medusajs/medusa/locking",
            options: {
              providers: [
                {
                  resolve: "@medusajs/medusa/locking-redis",
                  id: "locking-redis",
                  is_default: true,
                  options: { redisUrl: REDIS_URL },
                },
              ],
            },
          },
        ]
      : []),
  ],
})
