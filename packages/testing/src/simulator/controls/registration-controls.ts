import type { SimulatorState } from "../state/state.ts"
import type { SimulatorControls } from "./controls.ts"
import { controlFailure } from "./select.ts"

type RegistrationControls = Pick<SimulatorControls, "revokeStatement" | "revokeClient" | "revokeToken" | "revokeTokens">

export const registrationControls = (state: SimulatorState): RegistrationControls => ({
  revokeStatement: (softwareStatement) => {
    const application = state.applications.get(softwareStatement)
    if (application === undefined) {
      throw controlFailure("revoke a statement", "no application has it", "Did you forget it in `applications`?")
    }
    application.status = "revoked"
  },
  revokeClient: (clientId) => {
    const client = state.clients.get(clientId)
    if (client === undefined) {
      throw controlFailure("revoke a client", `there is no client ${clientId}`, "Did the application register?")
    }
    client.revoked = true
  },
  revokeToken: (accessToken) => {
    if (state.accessTokens.revoke(accessToken)) return
    throw controlFailure("revoke an access token", "it was not issued here", "Has it expired, or been revoked before?")
  },
  revokeTokens: () => state.accessTokens.revokeAll()
})
