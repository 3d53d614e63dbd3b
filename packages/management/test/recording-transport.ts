import type { ManagementTransport } from "@tve-pass/management"

/** A transport for tests: notes `METHOD url [body]` of each request and returns what `respond` makes of it. */
export const recordingTransport = (respond: (path: string, count: number) => Response) => {
  const calls: Array<string> = []
  const transport: ManagementTransport = {
    baseUrl: "https://mgmt.auth.adobe.com",
    fetch: async (input, init) => {
      calls.push([init?.method ?? "GET", input, ...(typeof init?.body === "string" ? [init.body] : [])].join(" "))
      return respond(input.slice("https://mgmt.auth.adobe.com".length), calls.length)
    }
  }
  return { transport, calls }
}
