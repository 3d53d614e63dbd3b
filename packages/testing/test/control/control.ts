import { createControlApi } from "../../src/control-api/control-api.ts"
import { createManualClock, createSimulatorCore, type SimulatorOptions } from "../../src/simulator/index.ts"

export const origin = "http://127.0.0.1:4010"

/** A control API in this process, asked as from this machine. */
export const startControl = (options: SimulatorOptions = {}) => {
  const clock = createManualClock()
  const control = createControlApi(() => createSimulatorCore({ clock, throttle: false, seed: 1, ...options }))
  const send = async (path: string, init: RequestInit = {}, address = "127.0.0.1") => {
    const response = await control.handle(new Request(`${origin}${path}`, init), { address })
    if (response === undefined) throw new Error(`${path} is no path of the control API.`)
    const body = await response.text()
    return { status: response.status, headers: response.headers, body: body === "" ? undefined : JSON.parse(body) }
  }
  const headers = { "content-type": "application/json" }
  return {
    clock,
    control,
    send,
    get: (path: string) => send(`/simulator/${path}`),
    post: (path: string, body: unknown = {}) =>
      send(`/simulator/${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
    fetch: (input: string | URL | Request, init?: RequestInit) => control.simulator.handle(new Request(input, init))
  }
}
