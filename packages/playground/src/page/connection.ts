import type { PlaygroundCommand } from "../host/playground-command.ts"
import type { PlaygroundEvent } from "../host/playground-event.ts"

/** How the page reaches the playground: over HTTP, or in the page itself. */
export interface PlaygroundConnection {
  /** Resolves when the command is performed; rejects with a sentence for people. */
  readonly perform: (command: PlaygroundCommand) => Promise<void>
  /** Reports the state and the exchanges so far, and then what happens. Returns how to stop. */
  readonly subscribe: (listener: (event: PlaygroundEvent) => void) => () => void
}

/** Connects to the playground's server, on the origin of this page. */
export const connectToServer = (): PlaygroundConnection => ({
  perform: async (command) => {
    const response = await fetch("./playground/command", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(command)
    })
    if (!response.ok) throw new Error(await messageOf(response))
  },
  subscribe: (listener) => {
    const source = new EventSource("./playground/events")
    // Boundary: the playground's own server sends its own type.
    source.addEventListener("message", ({ data }) => listener(JSON.parse(String(data)) as PlaygroundEvent))
    return () => source.close()
  }
})

const messageOf = async (response: Response): Promise<string> => {
  const json: unknown = await response.json().catch(() => undefined)
  const error = typeof json === "object" && json !== null && "error" in json ? json.error : undefined
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : `The playground responded with ${response.status}.`
}
