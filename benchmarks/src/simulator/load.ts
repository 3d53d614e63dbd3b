import { Agent, request } from "node:http"
import { apiPath, deviceAddress } from "../network/request.ts"

export interface Load {
  readonly origin: string
  readonly headers: { readonly [name: string]: string }
  /** Every response has to be a 200 with this number of bytes. */
  readonly expectedBytes: number
  readonly inFlight: number
  readonly milliseconds: number
}

let device = 0

/** Keeps requests in flight over open connections, each from another device; returns requests per second. */
export const requestsPerSecond = async (load: Load): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.inFlight })
  let responses = 0
  const start = performance.now()
  const sendRepeatedly = async (): Promise<void> => {
    while (performance.now() - start < load.milliseconds) {
      await send(load, agent)
      responses++
    }
  }
  try {
    await Promise.all(Array.from({ length: load.inFlight }, sendRepeatedly))
    return (responses * 1000) / (performance.now() - start)
  } finally {
    agent.destroy()
  }
}

const send = ({ origin, headers, expectedBytes }: Load, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = { agent, headers: { ...headers, "X-Forwarded-For": deviceAddress(device++) } }
    const sent = request(`${origin}${apiPath}`, options, (response) => {
      let received = 0
      response.on("data", (chunk: Buffer) => (received += chunk.length))
      response.once("error", reject)
      response.once("end", () => {
        if (response.statusCode === 200 && received === expectedBytes) resolve()
        else reject(new Error(`${origin} responded ${response.statusCode} with ${received} bytes`))
      })
    })
    sent.once("error", reject)
    sent.end()
  })
