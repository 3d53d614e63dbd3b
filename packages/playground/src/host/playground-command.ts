import type { Fault, FaultTarget, SimulatorControls } from "@tve-pass/testing/simulator"

/** Name of a control of the simulator that a page can call: those that take plain JSON. */
export type ControlName = Exclude<
  {
    [Name in keyof SimulatorControls]: SimulatorControls[Name] extends (...values: never) => void ? Name : never
  }[keyof SimulatorControls],
  "sessions"
>

/** A control of the simulator with its arguments. */
export type ControlCommand = {
  [Name in ControlName]: {
    readonly kind: "control"
    readonly control: Name
    readonly values: Parameters<SimulatorControls[Name]>
  }
}[ControlName]

/** What a page asks the playground to do. Plain JSON. */
export type PlaygroundCommand =
  /** Starts another run in a scenario; without a name, in the current one. */
  | { readonly kind: "start"; readonly scenario?: string }
  | { readonly kind: "set-rate"; readonly rate: number }
  | { readonly kind: "jump"; readonly milliseconds: number }
  | { readonly kind: "set-phone-network"; readonly network: PhoneNetwork }
  | { readonly kind: "fault"; readonly operation: FaultTarget; readonly fault: Fault; readonly calls: FaultyCalls }
  | { readonly kind: "clear-faults" }
  | ControlCommand
  | { readonly kind: "sign-in"; readonly code: string }
  | { readonly kind: "decline"; readonly code: string }
  | {
      readonly kind: "rule"
      readonly mvpd: string
      readonly resource: string
      readonly decision: "permit" | "deny"
      readonly details?: string
    }

/** Which calls of an operation a fault applies to. */
export type FaultyCalls =
  /** The next calls, as many as this. */
  | { readonly next: number }
  /** One call: 1 is the next. */
  | { readonly nth: number }
  /** Each call with this probability, above 0 and at most 1. */
  | { readonly probability: number }

/** Which public address the phone has: that of the household, or one of its own. */
export type PhoneNetwork = "home" | "mobile"
