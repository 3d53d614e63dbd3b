import { AsyncLocalStorage } from "node:async_hooks"
import type { DevicePoolClient, FetchFunction } from "@tve-pass/auth/promise"
import { operations as dcr } from "@tve-pass/client/dcr/operations"
import { operations as restV2 } from "@tve-pass/client/rest-v2/operations"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as OtlpSerialization from "effect/observability/OtlpSerialization"
import * as OtlpTracer from "effect/observability/OtlpTracer"
import type { AnySpan, Span, SpanKind } from "effect/Tracer"
import type { MiddlewareHandler } from "hono"
import { matchedRoutes } from "hono/route"

/** The `OTEL_…` variables of OpenTelemetry, by name. */
export type TracingVariables = Readonly<Record<string, string>>

/** Spans of requests and of calls to Adobe Pass, sent to an OpenTelemetry collector. */
export interface Tracing {
  /** Makes a span of each request, named after its route. */
  readonly middleware: MiddlewareHandler
  /** Sends a request to Adobe Pass in a span, named after its operation, below the span of the request that needs it. */
  readonly fetch: FetchFunction
  /** Adds the events of a pool to the span of the request that they happen to. */
  readonly watch: (pool: DevicePoolClient) => void
  /** Sends the spans that are left. */
  readonly close: () => Promise<void>
}

/**
 * Starts tracing with the exporter of Effect. Spans contain routes, operations, status codes and waiting times: no address, no
 * header, no code and no identifier. No trace header is sent to Adobe Pass.
 */
export const startTracing = (variables: TracingVariables): Tracing => {
  const env = { OTEL_SERVICE_NAME: "tve-pass-server", OTEL_TRACES_EXPORTER: "otlp", ...variables }
  const exporter = OtlpTracer.layerFromConfig().pipe(
    Layer.provide([OtlpSerialization.layerJson, FetchHttpClient.layer]),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
  )
  const runtime = ManagedRuntime.make(exporter)
  const current = new AsyncLocalStorage<Span>()

  const note = (event: string, attributes: Readonly<Record<string, number>> = {}): void =>
    current.getStore()?.event(event, BigInt(Date.now()) * 1_000_000n, attributes)

  /** Runs a task in a span. `status` is the HTTP status of its result; statuses from `firstError` on are errors. */
  const inSpan = async <Result>(
    { name, kind, attributes, firstError }: SpanDescription,
    run: () => Promise<Result>,
    status: (result: Result) => number
  ): Promise<Result> => {
    const parent: AnySpan | undefined = current.getStore()
    let task: Promise<Result> | undefined
    const traced = Effect.gen(function* () {
      const span = yield* Effect.currentSpan
      const running = (task = current.run(span, run))
      const outcome = yield* Effect.promise(() => running.then(status, nameOf))
      const key = typeof outcome === "number" ? "http.response.status_code" : "error.type"
      span.attribute(key, outcome)
      if (typeof outcome === "string" || outcome >= firstError) yield* Effect.fail(String(outcome))
    })
    const options = { kind, attributes, ...(parent === undefined ? { root: true } : { parent }) }
    await runtime.runPromiseExit(Effect.withSpan(Effect.orDie(traced), name, options))
    return task ?? run()
  }

  return {
    middleware: async (context, next) => {
      const { method } = context.req
      const route =
        matchedRoutes(context)
          .filter(({ path }) => path !== "/*")
          .at(-1)?.path ?? "unknown route"
      const attributes = { "http.request.method": method, "http.route": route }
      const description = { name: `${method} ${route}`, kind: "server", attributes, firstError: 500 } as const
      await inSpan(description, next, () => context.res.status)
    },
    fetch: (input, init) => {
      const { method, url } = input instanceof Request ? input : new Request(input, init)
      const { id, path } = operationOf(method, new URL(url).pathname)
      const attributes = { "http.request.method": method, "url.template": path }
      const description = { name: `AdobePass ${id}`, kind: "client", attributes, firstError: 400 } as const
      return inSpan(
        description,
        () => fetch(input, init),
        ({ status }) => status
      )
    },
    watch: (pool) => {
      pool.on("request-delayed", ({ type, wait }) => note(type, { wait }))
      pool.on("request-throttled", ({ type, hold }) => note(type, { hold }))
      pool.on("credentials-replaced", ({ type }) => note(type))
      pool.on("throttle-degraded", ({ type }) => note(type))
    },
    close: () => runtime.dispose()
  }
}

interface SpanDescription {
  readonly name: string
  readonly kind: SpanKind
  readonly attributes: Readonly<Record<string, string>>
  readonly firstError: number
}

/** Only the class of an error: its message may quote an address or a header. */
const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : "Error")

const operations = [...Object.values(dcr), ...Object.values(restV2)].map(({ id, method, path }) => ({
  id,
  method,
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`)
}))

/** The operation of a request. Its path is a template, since the path itself contains codes. */
const operationOf = (method: string, path: string): { readonly id: string; readonly path: string } =>
  operations.find((operation) => operation.method === method && operation.pattern.test(path)) ?? {
    id: "request",
    path: "unknown path"
  }
