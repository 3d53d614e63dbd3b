import type { Readings } from "../state/readings.ts"
import { gatewayPage } from "./gateway-page.ts"
import { type SimulatedResponse, empty, json } from "./simulated-response.ts"

/** U-V2-7: neither a missing nor an expired token has an enhanced error code, and the body is not documented. */
export const unauthorized = ({ unauthorizedBody }: Readings): SimulatedResponse => {
  switch (unauthorizedBody) {
    case "empty":
      return empty(401)
    // What legacy pages name.
    case "accessDenied":
      return json(401, { error: "access_denied" })
    case "html":
      return gatewayPage(401, "Authorization Required")
  }
}
