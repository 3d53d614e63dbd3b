/** The requirement of the protocol that a request violates. */
export type ViolationRule =
  | "path"
  | "method"
  | "body"
  | "header"
  | "parameter"
  | "authorization"
  | "device-info"
  | "forwarded-for"
  | "domain-name"
  | "single-sign-on"
  | "partner-framework-status"
  | "polling"
  | "throttle"

/** A violation of the protocol in a request. */
export interface Violation {
  readonly rule: ViolationRule
  /**
   * `rejected`: the response is an error. `ignored`: the real server does not report it, and the simulator reports it
   * only with `strict`.
   */
  readonly consequence: "rejected" | "ignored"
  /** The problem and the remedy. Contains no secret. */
  readonly message: string
}

/** Records an undocumented property of a request that is not a violation. */
export const note = (call: { readonly notes: string[] }, message: string): void => {
  call.notes.push(message)
}

interface Reportable {
  readonly violations: Violation[]
}

/** Records a violation for which the response is an error. */
export const reject = (call: Reportable, rule: ViolationRule, message: string): void => {
  call.violations.push({ rule, consequence: "rejected", message })
}

/** Records a violation that the real server would silently ignore. */
export const warn = (call: Reportable, rule: ViolationRule, message: string): void => {
  call.violations.push({ rule, consequence: "ignored", message })
}
