import { createSimulator, type Simulator } from "@tve-pass/testing"
import type { Commands, Conditions } from "./steered-simulator.ts"

export const simulatorFor = ({ throttle, tokenLifetime }: Conditions): Simulator =>
  createSimulator({
    ...(throttle ? {} : { throttle: false }),
    ...(tokenLifetime === undefined ? {} : { tokenLifetime })
  })

/** The commands of a simulator in this process. */
export const commandsOf = (simulator: Simulator): Commands => ({
  fault: (operation, fault, times = 1) => simulator.faults.next(operation, fault, { times }),
  revokeTokens: () => simulator.revokeTokens(),
  revokeClients: () => {
    for (const clientId of new Set(simulator.journal.calls().map((call) => call.clientId))) {
      if (clientId !== undefined) simulator.revokeClient(clientId)
    }
  },
  calls: (operation) => simulator.journal.calls(operation),
  violations: () => simulator.journal.violations().map(({ rule, message }) => `${rule}: ${message}`)
})
