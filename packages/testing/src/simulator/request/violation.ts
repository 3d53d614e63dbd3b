/** Which demand of the protocol a request fails. */
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

/** Something wrong with a request, found by the simulator. */
export interface Violation {
  readonly rule: ViolationRule
  /** `rejected`: the response is an error. `ignored`: the real server reports nothing, and neither does a lenient simulator. */
  readonly consequence: "rejected" | "ignored"
  /** What is wrong and what to do; holds no secret. */
  readonly message: string
}

/** Records a peculiarity that is neither wrong nor documented. */
export const note = (call: { readonly notes: string[] }, message: string): void => {
  call.notes.push(message)
}

interface Reportable {
  readonly violations: Violation[]
}

/** Records why the response is an error. */
export const reject = (call: Reportable, rule: ViolationRule, message: string): void => {
  call.violations.push({ rule, consequence: "rejected", message })
}

/** Records what the real server would silently ignore. */
export const warn = (call: Reportable, rule: ViolationRule, message: string): void => {
  call.violations.push({ rule, consequence: "ignored", message })
}
