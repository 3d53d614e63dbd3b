import { once } from "node:events"
import { serve } from "@hono/node-server"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"
import { createApp } from "./app.ts"
import { connect } from "./connect.ts"
import type { Log } from "./log.ts"
import type { Settings } from "./settings.ts"

/** A running server. */
export interface RunningServer {
  readonly port: number
  /** Where the built-in simulator is; `undefined` with a real server. */
  readonly simulator: string | undefined
  /** Accepts no more requests, waits for those in flight, then closes the connection to Adobe Pass. */
  readonly stop: () => Promise<void>
}

/** Starts the server on this machine's loopback address; put your proxy in front of it. */
export const startServer = async (settings: Settings, log: Log): Promise<RunningServer> => {
  // Loaded on demand: most of its code is the exporter.
  const tracing = settings.tracing && (await import("./tracing.ts")).startTracing(settings.tracing)
  const { pool, steps, origin, close } = await connect(settings, log, tracing?.fetch)
  tracing?.watch(pool)
  const addressOf = addressReader(settings.trustProxy)
  const app = createApp({ pool, steps, log, addressOf, tracing: tracing?.middleware })
  const server = serve({ fetch: app.fetch, port: settings.port, hostname: "127.0.0.1" })
  try {
    await once(server, "listening")
  } catch (error) {
    await close()
    throw error
  }
  const address = server.address()
  return {
    port: typeof address === "object" && address !== null ? address.port : settings.port,
    simulator: origin,
    stop: async () => {
      server.close()
      await once(server, "close")
      await close()
      await tracing?.close()
    }
  }
}

/** The last entry of `X-Forwarded-For` is the one that your own proxy wrote; a client can write the others. */
const addressReader =
  (trustProxy: boolean) =>
  (context: Context): string => {
    const forwarded = trustProxy ? context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined
    return forwarded ?? getConnInfo(context).remote.address ?? ""
  }
