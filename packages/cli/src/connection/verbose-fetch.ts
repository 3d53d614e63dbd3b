import type { Host } from "../host/host.ts"
import type { Output } from "../output/output.ts"

/**
 * Creates a `fetch` that writes a line about each request with `--verbose`: method, path, status and milliseconds.
 * Omits headers, query and bodies, which may contain secrets.
 */
export const verboseFetch =
  ({ fetch }: Pick<Host, "fetch">, { trace }: Pick<Output, "trace">) =>
  async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const started = performance.now()
    const line = (outcome: string) =>
      trace(
        `${request.method} ${new URL(request.url).pathname} ${outcome} ${Math.round(performance.now() - started)} ms`
      )
    try {
      const response = await fetch(request)
      line(String(response.status))
      return response
    } catch (error) {
      line("no response")
      throw error
    }
  }
