import * as Context from "effect/Context"
import type { Devices } from "./devices.ts"

/** Many devices of one application on one server. */
export class DevicePool extends Context.Service<DevicePool, Devices>()("@tve-pass/auth/pool/DevicePool") {}
