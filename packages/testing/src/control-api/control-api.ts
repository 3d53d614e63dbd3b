import type { Connection, SimulatorCore } from "../simulator/index.ts"
import { ControlError, readControlBody } from "./control-body.ts"
import { refusalOf } from "./control-guard.ts"
import { controlOperations } from "./control-operations.ts"

/** The control API of a simulator, with the simulator to serve. */
export interface ControlApi {
  /** Responds to requests below `/simulator/`; resolves to `undefined` for other paths. */
  readonly handle: (request: Request, connection?: Connection) => Promise<Response | undefined>
  /** The simulator to serve. After a reset, it forwards to the new one. */
  readonly simulator: Pick<SimulatorCore, "handle">
}

const prefix = "/simulator/"

/**
 * Creates the control API of a simulator, for tests in other languages: it scripts faults, signs viewers in, revokes
 * credentials and reads the journal over HTTP. It responds to clients on this machine only, and to no page of another
 * origin. `openapi.yaml` of this package describes it; `simulatorControl` of `@tve-pass/testing/control` is its client.
 *
 * @param create Creates the simulator, and another one for each `POST /simulator/reset`.
 *
 * @example
 * ```ts
 * const control = createControlApi(() => createSimulatorCore({ throttle: false }))
 * const server = await startSimulatorServer({ simulator: control.simulator, control })
 * ```
 */
export const createControlApi = (create: () => SimulatorCore): ControlApi => {
  let simulator = create()
  const reset = () => {
    simulator = create()
  }
  return {
    simulator: { handle: (request, connection) => simulator.handle(request, connection) },
    handle: async (request, connection = {}) => {
      const url = new URL(request.url)
      if (!url.pathname.startsWith(prefix)) return undefined
      const refusal = refusalOf(request, url, connection)
      if (refusal !== undefined) return failure(403, refusal)
      try {
        return await perform(request, url, simulator, reset)
      } catch (reason) {
        return failure(reason instanceof ControlError ? reason.status : 400, messageOf(reason))
      }
    }
  }
}

const perform = async (request: Request, url: URL, simulator: SimulatorCore, reset: () => void): Promise<Response> => {
  const byMethod = ownMember(controlOperations, url.pathname.slice(prefix.length))
  if (byMethod === undefined) throw new ControlError(404, `There is no ${url.pathname}.`)
  const operation = ownMember(byMethod, request.method)
  if (operation === undefined) {
    const allow = Object.keys(byMethod).join(", ")
    return failure(405, `${url.pathname} takes ${allow}, not ${request.method}.`, { allow })
  }
  const result = operation({ simulator, reset, query: url.searchParams, body: await readControlBody(request) })
  return result === undefined
    ? new Response(null, { status: 204, headers: uncached })
    : Response.json(result, { headers: uncached })
}

const ownMember = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

const uncached = { "cache-control": "no-store" }

const failure = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json({ error: { message } }, { status, headers: { ...uncached, ...headers } })

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))
