import * as Context from "effect/Context"
import type { DeviceThrottle } from "./device-throttle.ts"

/** The throttle of one auth layer, or of all devices of a pool. */
export class Throttle extends Context.Service<Throttle, DeviceThrottle>()("@tve-pass/auth/throttle/Throttle") {}
