import type { SimulatorCore } from "@tve-pass/testing/simulator"
import type { ControlCommand, ControlName, PlaygroundCommand } from "./playground-command.ts"

/** The controls that a page may call. */
const controlNames: Readonly<Record<ControlName, true>> = {
  revokeStatement: true,
  revokeClient: true,
  revokeToken: true,
  revokeTokens: true,
  disableIntegration: true,
  enableIntegration: true,
  degrade: true,
  endDegradation: true,
  grantProfile: true,
  expireProfiles: true,
  invalidateProfiles: true,
  expireSession: true,
  exhaustTemporaryAccess: true,
  resetTemporaryAccess: true
}

const callControl = (simulator: SimulatorCore, { control, values }: ControlCommand): void => {
  if (!Object.hasOwn(controlNames, control)) throw new Error(`There is no control ${control}.`)
  // Boundary: the type of a command ties the values to the control, which the compiler does not follow.
  const perform = simulator[control] as (...values: ReadonlyArray<unknown>) => void
  perform(...values)
}

/** A command that changes the simulator, not the playground around it. */
export type SimulatorCommand = Exclude<
  PlaygroundCommand,
  { readonly kind: "start" | "set-rate" | "jump" | "set-phone-network" }
>

/** Performs a command on the simulator. Throws, with a sentence for people, if it names something that does not exist. */
export const performOnSimulator = (simulator: SimulatorCore, command: SimulatorCommand): void => {
  switch (command.kind) {
    case "fault":
      return scriptFault(simulator, command)
    case "clear-faults":
      return simulator.faults.clear()
    case "control":
      return callControl(simulator, command)
    case "sign-in":
      return void simulator.mvpd.signIn(command.code)
    case "decline":
      return void simulator.mvpd.decline(command.code)
    case "rule": {
      const { mvpd, resource, decision, details } = command
      return simulator.mvpd.rule(mvpd, { resource, decision, ...(details === undefined ? {} : { details }) })
    }
  }
}

const scriptFault = (
  { faults }: SimulatorCore,
  { operation, fault, calls }: Extract<SimulatorCommand, { readonly kind: "fault" }>
): void => {
  if ("next" in calls) return faults.next(operation, fault, { times: calls.next })
  if ("nth" in calls) return faults.nth(operation, calls.nth, fault)
  return faults.rate(operation, calls.probability, fault)
}
