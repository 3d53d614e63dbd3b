import { toBase64 } from "../encoding/base64.ts"
import { grantProfile } from "../profiles/grant-profile.ts"
import { findViewer } from "../viewers/find-viewer.ts"
import type { World } from "../world.ts"
import { steeringFailure } from "./failure.ts"
import { mvpdOf, profilesOf, serviceProvidersOf } from "./select.ts"
import type { Steering } from "./steering.ts"

type ProfileSteering = Pick<Steering, "grantProfile" | "expireProfiles" | "invalidateProfiles" | "expireSession">

export const steerProfiles = (world: World, now: () => number): ProfileSteering => ({
  grantProfile: ({ clientId, deviceIdentifier, viewer: viewerId, ...selector }) => {
    const action = "grant a profile"
    const mvpd = mvpdOf(world, selector.mvpd, action)
    const [serviceProvider] = serviceProvidersOf(world, selector, action)
    const viewer = findViewer(mvpd, viewerId)
    if (!world.clients.has(clientId)) {
      throw steeringFailure(action, `there is no client ${clientId}`, "Did the application register?")
    }
    if (viewer === undefined || serviceProvider === undefined) {
      throw steeringFailure(action, `${mvpd.id} has no viewer ${viewerId}`, "Did you forget to add it to `viewers`?")
    }
    const owner = { clientId, device: toBase64(deviceIdentifier), serviceProvider }
    grantProfile(world, { owner, mvpd, viewer, type: "regular" }, now())
  },
  expireProfiles: (selector = {}) => {
    for (const profile of profilesOf(world, selector, "expire profiles")) profile.notAfter = now()
  },
  invalidateProfiles: (selector = {}) => {
    for (const profile of profilesOf(world, selector, "invalidate profiles")) profile.invalidated = true
  },
  expireSession: (code) => {
    const session = world.sessions.find(code)
    if (session === undefined) {
      throw steeringFailure(
        "expire a session",
        `there is no code ${code}`,
        "Did you take it from the session response?"
      )
    }
    session.notAfter = now()
  }
})
