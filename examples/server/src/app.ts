import { AuthError, type DevicePoolClient } from "@tve-pass/auth/promise"
import { toHttpProblem, type DeviceSteps, type Steps } from "@tve-pass/entitlement/steps"
import { Hono, type Context, type MiddlewareHandler } from "hono"
import { BadRequest, deviceOfRequest, platformOf } from "./device-of-request.ts"
import type { Log } from "./log.ts"
import { countEvents } from "./metrics.ts"
import { rememberSignedInDevices } from "./signed-in-devices.ts"

/** What the routes need. */
export interface AppParts {
  readonly pool: DevicePoolClient
  readonly steps: Steps
  /** The address from which a request came, as the connection or a trusted proxy says. */
  readonly addressOf: (context: Context) => string
  readonly log: Log
  /** Makes a span of each request. */
  readonly tracing?: MiddlewareHandler | undefined
}

/**
 * The routes of the backend. Put your own authentication of the device in front of them: each caller acts for the
 * device.
 */
export const createApp = ({ pool, steps, addressOf, log, tracing }: AppParts): Hono => {
  const app = new Hono()
  if (tracing !== undefined) app.use(tracing)
  const metrics = countEvents(pool)
  const signedIn = rememberSignedInDevices(pool)

  const caller = (context: Context, identifier: string): DeviceSteps =>
    deviceOfRequest(pool, steps, {
      identifier,
      deviceInfo: context.req.header("X-Device-Info"),
      address: addressOf(context)
    })
  const device = (context: Context<object, "/devices/:id/*">) => {
    const id = context.req.param("id")
    return { id, of: caller(context, id), signal: context.req.raw.signal }
  }
  /** A failure, or an outcome that is not the wanted one, as problem details. */
  const problem = (context: Context, failure: unknown): Response => {
    const { status, headers, body } = toHttpProblem(failure)
    const { code, trace, kind } = body
    log({ level: status >= 500 ? "error" : "info", path: context.req.routePath, status, kind, code, trace })
    return new Response(JSON.stringify(body), { status, headers })
  }

  app.onError((error, context) => {
    if (!(error instanceof BadRequest || isWrongDevice(error))) return problem(context, error)
    const body = { type: "about:blank", title: "Bad Request", status: 400, detail: error.message }
    return new Response(JSON.stringify(body), { status: 400, headers: { "Content-Type": "application/problem+json" } })
  })

  app.get("/healthz", (context) => context.json({ status: "ok" }))
  app.get("/metrics", (context) => context.text(metrics.text()))

  // The list belongs to a service provider and a platform: devices of one platform share the cached one. The call is made as the
  // device that needs it (docs/protocol/checklist.md, R-REG-3 and M-S2S-1).
  app.get("/devices/:id/mvpds", async (context) => {
    const { of, signal } = device(context)
    return context.json({ mvpds: await of.mvpds({ signal }) })
  })

  // For a page that has no device identifier yet. Credentials made for it serve this list only, never a viewer.
  app.get("/mvpds", async (context) => {
    const reader = caller(context, `mvpds-of-${platformOf(context.req.header("X-Device-Info"))}`)
    return context.json({ mvpds: await reader.mvpds({ signal: context.req.raw.signal }) })
  })

  app.post("/devices/:id/sign-in", async (context) => {
    const { id, of, signal } = device(context)
    const { mvpd } = await readBody(context)
    const session = await of.createSession({ signal, mvpd: optionalString("mvpd", mvpd) })
    switch (session.kind) {
      case "code": {
        const { code, endsAt, missing, address } = session
        return context.json({ code, expiresAt: endsAt, missing, ...(address && { url: address.href }) })
      }
      case "signed-in":
        signedIn.note(id, session.access.mvpd)
        return context.json({ signedIn: { mvpd: session.access.mvpd } })
      default:
        return problem(context, session)
    }
  })

  app.get("/devices/:id/sign-in/:code", async (context) => {
    const { id, of, signal } = device(context)
    const poll = await of.pollOnce(context.req.param("code"), { signal })
    switch (poll.kind) {
      case "signed-in":
        signedIn.note(id, poll.access.mvpd)
        return context.json({ status: "signed-in", mvpd: poll.access.mvpd })
      case "ended":
        return context.json({ status: "ended", why: poll.why })
      case "waiting":
      case "too-early":
        return context.json({ status: "waiting", retryAfter: poll.retryAfter })
    }
  })

  app.get("/devices/:id/profile", async (context) => {
    const { id, of, signal } = device(context)
    const found = await of.profiles({ signal })
    if (found.kind === "signed-out") {
      signedIn.forget(id)
      return problem(context, found)
    }
    const [{ mvpd, kind, endsAt }] = found.accesses
    signedIn.note(id, mvpd)
    return context.json({ mvpd, kind, endsAt })
  })

  app.post("/devices/:id/catalogue", async (context) => {
    const { id, of, signal } = device(context)
    const { resources } = await readBody(context)
    if (!Array.isArray(resources) || !resources.every((resource) => typeof resource === "string")) {
      throw new BadRequest("Send resources: a list of strings.")
    }
    const mvpd = await signedIn.mvpdOf(id, of, signal)
    if (mvpd === undefined) return problem(context, { kind: "signed-out" })
    const decisions = await of.preauthorize({ mvpd, resources, signal })
    return context.json({
      decisions: decisions.map((decision) => {
        const { resource, kind } = decision
        return { resource, kind, ...(decision.kind === "deny" && { text: decision.text }) }
      })
    })
  })

  app.post("/devices/:id/play", async (context) => {
    const { id, of, signal } = device(context)
    const { resource } = await readBody(context)
    if (typeof resource !== "string" || resource === "") throw new BadRequest("Send resource: a string.")
    const mvpd = await signedIn.mvpdOf(id, of, signal)
    if (mvpd === undefined) return problem(context, { kind: "signed-out" })
    const decision = await of.authorize({ mvpd, resource, signal })
    if (decision.kind === "sign-in-again") signedIn.forget(id)
    if (decision.kind !== "permit") return problem(context, decision)
    // Verify the token here, with Adobe's Media Token Verifier, before you return an address of your stream instead.
    const mediaToken = await decision.playback.redeem(async (serializedToken) => serializedToken)
    return context.json({ mediaToken }, 200, { "Cache-Control": "no-store" })
  })

  app.post("/devices/:id/sign-out", async (context) => {
    const { id, of, signal } = device(context)
    const mvpd = await signedIn.mvpdOf(id, of, signal)
    signedIn.forget(id)
    if (mvpd === undefined) return context.json({ steps: [] })
    const signOut = await of.prepareSignOut({ because: "the viewer asked", mvpd, signal })
    return context.json({ steps: signOut })
  })
  return app
}

/** An empty body is an empty object. */
const readBody = async (context: Context): Promise<{ readonly [name: string]: unknown }> => {
  const text = await context.req.text()
  try {
    const body: unknown = text === "" ? {} : JSON.parse(text)
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body }
  } catch {
    // Reported below.
  }
  throw new BadRequest("Send a JSON object.")
}

const optionalString = (name: string, value: unknown): string | undefined => {
  if (value === undefined || (typeof value === "string" && value !== "")) return value
  throw new BadRequest(`Send ${name} as a string, or leave it out.`)
}

/** The pool refuses a device whose identifier, info or address is malformed. */
const isWrongDevice = (error: Error): boolean =>
  error instanceof AuthError && error.reason._tag === "InvalidConfiguration"
