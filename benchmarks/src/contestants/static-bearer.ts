import type { Call, Network } from "../contestant.ts"
import { staticToken } from "../network/stub-network.ts"
import { readJson } from "./read-json.ts"

/** The call without a contestant, for those whose network is a `fetch`. */
export const staticBearer = ({ origin, fetch }: Network): Call => {
  const headers = { Authorization: `Bearer ${staticToken}` }
  return async (path) => readJson(await fetch(`${origin}${path}`, { headers }))
}
