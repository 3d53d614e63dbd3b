import { Agent, request } from "node:http"
import { configurationPath, deviceAddress } from "./configuration-request.ts"

export interface Load {
  readonly origin: string
  readonly headers: { readonly [name: string]: string }
  /** Every answer has to be a 200 of as many bytes. */
  readonly expectedBytes: number
  readonly inFlight: number
  readonly milliseconds: number
}

let device = 0

/** Keeps as many requests in flight for that long, over connections that stay open; yields requests per second. */
export const requestsPerSecond = async (load: Load): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.inFlight })
  let answered = 0
  const start = performance.now()
  const askOnAndOn = async (): Promise<void> => {
    while (performance.now() - start < load.milliseconds) {
      await ask(load, agent)
      answered++
    }
  }
  try {
    await Promise.all(Array.from({ length: load.inFlight }, askOnAndOn))
    return (answered * 1000) / (performance.now() - start)
  } finally {
    agent.destroy()
  }
}

const ask = ({ origin, headers, expectedBytes }: Load, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const address = deviceAddress(device++)
    const asked = request(
      `${origin}${configurationPath}`,
      { agent, headers: { ...headers, "X-Forwarded-For": address } },
      (answer) => {
        let received = 0
        answer.on("data", (chunk: Buffer) => (received += chunk.length))
        answer.once("error", reject)
        answer.once("end", () => {
          if (answer.statusCode === 200 && received === expectedBytes) resolve()
          else reject(new Error(`${origin} answered ${answer.statusCode} with ${received} bytes`))
        })
      }
    )
    asked.once("error", reject)
    asked.end()
  })
