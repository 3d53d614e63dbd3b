import * as Effect from "effect/Effect"
import { call } from "../connection/connect.ts"
import { failureOfThrown } from "../failure/failure-of.ts"
import { duration } from "../output/moment.ts"
import { serverOf, serviceProviderOf } from "../settings/required-settings.ts"
import { failed, passed, warning, type Check, type CheckResult } from "./check.ts"

/** Checks that each send a request. None of them registers a device without credentials. */
export const onlineChecks: ReadonlyArray<Check> = [
  {
    id: "server",
    needs: ["settings"],
    online: true,
    run: async ({ settings, host }, signal) => {
      const { resolved } = serverOf(settings)
      const started = performance.now()
      await host.fetch(`${resolved}/`, { signal, redirect: "manual" })
      return passed(`${new URL(resolved).host} responds after ${Math.round(performance.now() - started)} ms`)
    }
  },
  {
    id: "certificate",
    needs: ["server"],
    online: true,
    run: async ({ settings, host }, signal) => {
      const { protocol, hostname, port } = new URL(serverOf(settings).resolved)
      if (protocol !== "https:") return passed("none: the server is on this machine")
      const end = await host.certificateEnd(hostname, Number(port) || 443, signal)
      if (end === undefined) return warning("not readable", "Check the proxy of this network.")
      const left = end - Date.now()
      const observed = `valid until ${new Date(end).toISOString().slice(0, 10)}`
      return left > 14 * 86_400_000 ? passed(observed) : warning(observed, "Tell the operator of the server.")
    }
  },
  {
    id: "clock",
    needs: ["server"],
    online: true,
    run: async ({ settings, host }, signal) => {
      const before = Date.now()
      const { headers } = await host.fetch(`${serverOf(settings).resolved}/`, { signal, redirect: "manual" })
      const server = Date.parse(headers.get("Date") ?? "")
      if (Number.isNaN(server)) return passed("not compared: the server sends no Date")
      // The header has whole seconds, and the request took time.
      const difference = (before + Date.now()) / 2 - (server + 500)
      const observed = `${duration(Math.abs(difference))} ${difference < 0 ? "behind" : "ahead of"} the server`
      return Math.abs(difference) < 5_000
        ? passed("agrees with the server")
        : warning(observed, "Set the clock of this machine: times of codes and retries are off.")
    }
  },
  {
    id: "configuration",
    needs: ["server", "credentials", "token"],
    online: true,
    run: async ({ settings, connection }, signal) => {
      if (connection === undefined) return skippedUnregistered
      const serviceProvider = serviceProviderOf(settings)
      const { requestor, clientType } = await Effect.runPromise(
        call((inner) =>
          connection.restV2.GET("/api/v2/{serviceProvider}/configuration", {
            params: { path: { serviceProvider } },
            signal: inner
          })
        ),
        { signal }
      )
      const domains = (requestor.domains ?? []).map(({ name }) => name)
      const domainName = settings.domainName?.value
      if (domainName !== undefined && !domains.includes(domainName)) {
        return failed(
          `domainName ${domainName} is not registered`,
          `Use one of ${domains.join(", ")}, or register it in the TVE Dashboard.`
        )
      }
      return passed(`${requestor.mvpds?.length ?? 0} MVPDs of ${serviceProvider}, platform ${clientType ?? "unknown"}`)
    }
  }
]

const skippedUnregistered: CheckResult = {
  status: "skipped",
  observed: "this device is not registered",
  remedy: "Run `tve-pass register` first."
}

/** Returns the result of a check that threw. */
export const failureResult = (thrown: unknown): CheckResult => {
  const { code, message, hint } = failureOfThrown(thrown)
  return failed(
    `${message}${code === "usage" ? "" : ` (${code})`}`,
    hint ?? "Run the check again; `--verbose` shows the requests."
  )
}
