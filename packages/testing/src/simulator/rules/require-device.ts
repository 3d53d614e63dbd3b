import { deviceIdentifierOf } from "../encoding/device-headers.ts"
import type { AuthorizedCall, DeviceCall } from "../request/call.ts"
import { reject } from "../request/violation.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { SimulatedResponse } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"

export type RequiredDevice =
  | { readonly _tag: "Identified"; readonly call: DeviceCall }
  | { readonly _tag: "Refused"; readonly response: SimulatedResponse }

/** Reads AP-Device-Identifier of an operation that requires it. */
export const requireDevice = (call: AuthorizedCall, state: SimulatorState): RequiredDevice => {
  const device = deviceIdentifierOf(call.headers.get("ap-device-identifier"))
  if (device !== undefined) return { _tag: "Identified", call: { ...call, device } }
  reject(call, "header", "AP-Device-Identifier has to be `fingerprint <base64>`.")
  return { _tag: "Refused", response: enhancedError(state.random, "invalid_header_device_identifier") }
}
