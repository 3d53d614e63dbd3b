import { operations } from "../protocol/operations.ts"
import type { Route } from "../request/router.ts"
import { reject, type Violation } from "../request/violation.ts"
import { gatewayPage, notFound } from "./gateway-page.ts"
import { type SimulatedResponse, json } from "./simulated-response.ts"

export type Unroutable = Extract<Route, { readonly _tag: "UnknownPath" | "MethodNotAllowed" }>

/** The response to a request without an operation: 404, or 405 in the form that the path documents. */
export const unroutable = (
  target: Unroutable,
  { method }: { readonly method: string },
  unknownPathStatus: number,
  violations: Violation[]
): SimulatedResponse => {
  if (target._tag === "UnknownPath") {
    reject({ violations }, "path", "No operation has this path.")
    return notFound(unknownPathStatus)
  }
  const allowed = target.allowed.join(", ")
  reject({ violations }, "method", `${target.path} takes ${allowed}, not ${method}.`)
  const documented = Object.values(operations).find(({ path }) => path === target.path)?.responses[405]
  const allow = [["allow", allowed]] as const
  return documented?.includes("application/json") === true
    ? { ...json(405, {}), headers: allow }
    : gatewayPage(405, "Not Allowed", allow)
}
