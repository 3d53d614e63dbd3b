import { toBase64 } from "../encoding/base64.ts"
import { grantProfile } from "../rules/grant-profile.ts"
import { findViewer } from "../state/mvpds.ts"
import type { SimulatorState } from "../state/state.ts"
import type { SimulatorControls } from "./controls.ts"
import { mvpdOf, profilesOf, serviceProvidersOf, controlFailure } from "./select.ts"

type ProfileControls = Pick<
  SimulatorControls,
  "grantProfile" | "expireProfiles" | "invalidateProfiles" | "expireSession"
>

export const profileControls = (state: SimulatorState, now: () => number): ProfileControls => ({
  grantProfile: ({ clientId, deviceIdentifier, viewer: viewerId, ...selector }) => {
    const action = "grant a profile"
    const mvpd = mvpdOf(state, selector.mvpd, action)
    const [serviceProvider] = serviceProvidersOf(state, selector, action)
    const viewer = findViewer(mvpd, viewerId)
    if (!state.clients.has(clientId)) {
      throw controlFailure(action, `there is no client ${clientId}`, "Did the application register?")
    }
    if (viewer === undefined || serviceProvider === undefined) {
      throw controlFailure(action, `${mvpd.id} has no viewer ${viewerId}`, "Did you forget to add it to `viewers`?")
    }
    const owner = { clientId, device: toBase64(deviceIdentifier), serviceProvider }
    grantProfile(state, { owner, mvpd, viewer, type: "regular" }, now())
  },
  expireProfiles: (selector = {}) => {
    for (const profile of profilesOf(state, selector, "expire profiles")) profile.notAfter = now()
  },
  invalidateProfiles: (selector = {}) => {
    for (const profile of profilesOf(state, selector, "invalidate profiles")) profile.invalidated = true
  },
  expireSession: (code) => {
    const session = state.sessions.find(code)
    if (session === undefined) {
      throw controlFailure("expire a session", `there is no code ${code}`, "Did you take it from the session response?")
    }
    session.notAfter = now()
  }
})
