import type { Readings } from "../readings/readings.ts"
import { empty, json, type Answer } from "../responses/answer.ts"
import { gatewayPage } from "../responses/gateway-page.ts"

/** U-V2-7: neither a missing nor an expired token has an enhanced error code, and the body is not documented. */
export const unauthorized = ({ unauthorizedBody }: Readings): Answer => {
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
