import type { AuthorizedCall, DeviceCall } from "../call/call.ts"
import { reject } from "../call/violation.ts"
import type { Answer } from "../responses/answer.ts"
import { enhancedError } from "../responses/enhanced-error.ts"
import type { World } from "../world.ts"
import { deviceIdentifierOf } from "./device-identifier.ts"

export type RequiredDevice =
  | { readonly _tag: "Identified"; readonly call: DeviceCall }
  | { readonly _tag: "Refused"; readonly answer: Answer }

/** Reads AP-Device-Identifier of an operation that requires it. */
export const requireDevice = (call: AuthorizedCall, world: World): RequiredDevice => {
  const device = deviceIdentifierOf(call.headers.get("ap-device-identifier"))
  if (device !== undefined) return { _tag: "Identified", call: { ...call, device } }
  reject(call, "header", "AP-Device-Identifier has to be `fingerprint <base64>`.")
  return { _tag: "Refused", answer: enhancedError(world.random, "invalid_header_device_identifier") }
}
