import type { World } from "../world.ts"
import { steeringFailure } from "./failure.ts"
import type { Steering } from "./steering.ts"

type RegistrationSteering = Pick<Steering, "revokeStatement" | "revokeClient" | "revokeToken" | "revokeTokens">

export const steerRegistration = (world: World): RegistrationSteering => ({
  revokeStatement: (softwareStatement) => {
    const application = world.applications.get(softwareStatement)
    if (application === undefined) {
      throw steeringFailure("revoke a statement", "no application has it", "Did you forget it in `applications`?")
    }
    application.status = "revoked"
  },
  revokeClient: (clientId) => {
    const client = world.clients.get(clientId)
    if (client === undefined) {
      throw steeringFailure("revoke a client", `there is no client ${clientId}`, "Did the application register?")
    }
    client.revoked = true
  },
  revokeToken: (accessToken) => {
    if (world.accessTokens.revoke(accessToken)) return
    throw steeringFailure("revoke an access token", "it was not issued here", "Has it expired, or been revoked before?")
  },
  revokeTokens: () => world.accessTokens.revokeAll()
})
