import type { World } from "../world.ts"
import { steerIntegrations } from "./steer-integrations.ts"
import { steerLogins } from "./steer-logins.ts"
import { steerProfiles } from "./steer-profiles.ts"
import { steerRegistration } from "./steer-registration.ts"
import type { Steering } from "./steering.ts"

export const createSteering = (world: World, now: () => number): Steering => ({
  ...steerLogins(world, now),
  ...steerRegistration(world),
  ...steerIntegrations(world, now),
  ...steerProfiles(world, now)
})
