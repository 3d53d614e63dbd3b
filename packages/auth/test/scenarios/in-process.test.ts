import { describeScenarios } from "./scenarios.ts"
import { commandsOf, simulatorFor } from "./commands-of.ts"

describeScenarios("a simulator in this process", async (conditions) => {
  const simulator = simulatorFor(conditions)
  const { fault, revokeTokens, revokeClients, calls, violations } = commandsOf(simulator)
  return {
    origin: simulator.origin,
    fetch: simulator.fetch,
    fault: async (...parameters) => fault(...parameters),
    revokeTokens: async () => revokeTokens(),
    revokeClients: async () => revokeClients(),
    calls: async (operation) => calls(operation),
    violations: async () => violations()
  }
})
