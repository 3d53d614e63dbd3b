import { authorizedHeaders, deviceAddress } from "../network/request.ts"

/** A request with one mistake, which Adobe Pass refuses. */
export interface WrongRequest {
  readonly mistake: string
  readonly path: string
  readonly init: RequestInit
  /** How often it is sent; the last response counts. */
  readonly times?: number
}

/** @param accessToken issued by the server */
export const wrongRequests = (accessToken: string): ReadonlyArray<WrongRequest> => {
  const headers = { ...authorizedHeaders(accessToken), "X-Forwarded-For": deviceAddress(2 ** 24 - 1) }
  const without = (header: string) => Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header))
  return [
    { mistake: "no access token", path: "/api/v2/REF30/configuration", init: { headers: without("Authorization") } },
    {
      mistake: "an access token that was never issued",
      path: "/api/v2/REF30/configuration",
      init: { headers: { ...headers, Authorization: "Bearer never-issued" } }
    },
    { mistake: "an unknown service provider", path: "/api/v2/NOBODY/configuration", init: { headers } },
    {
      mistake: "no device identifier",
      path: "/api/v2/REF30/profiles",
      init: { headers: without("AP-Device-Identifier") }
    },
    {
      mistake: "no body",
      path: "/api/v2/REF30/decisions/authorize/Cablevision",
      init: { method: "POST", headers: { ...headers, "Content-Type": "application/json" } }
    },
    { mistake: "a method that the path lacks", path: "/api/v2/REF30/profiles", init: { method: "DELETE", headers } },
    { mistake: "a code that was never issued", path: "/api/v2/REF30/sessions/NOSUCHC", init: { headers } },
    {
      mistake: "twelve requests at once from one device",
      path: "/api/v2/REF30/configuration",
      init: { headers: { ...headers, "X-Forwarded-For": deviceAddress(2 ** 24 - 2) } },
      times: 12
    }
  ]
}

export interface Outcome {
  readonly mistake: string
  readonly status: number
}

/** Sends each request to a server. */
export const sendWrongRequests = async (origin: string, accessToken: string): Promise<ReadonlyArray<Outcome>> => {
  const outcomes: Array<Outcome> = []
  for (const { mistake, path, init, times = 1 } of wrongRequests(accessToken)) {
    let status = 0
    for (let time = 0; time < times; time++) {
      const response = await fetch(`${origin}${path}`, init)
      await response.arrayBuffer()
      status = response.status
    }
    outcomes.push({ mistake, status })
  }
  return outcomes
}
