import * as Context from "effect/Context"
import type { ClientRegistration } from "./client-registration.ts"

/** Registers an application and keeps its client credentials. */
export class Registration extends Context.Service<Registration, ClientRegistration>()(
  "@tve-pass/auth/registration/Registration"
) {}
