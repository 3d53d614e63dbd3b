import { literal } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"

/** The keys that `X-Device-Info` requires, or `undefined` for an API without the schema `DeviceInfo`. */
export const deviceInfoFile = ({ document }: BundledSpec): string | undefined => {
  const schema = document.components?.schemas?.["DeviceInfo"]
  if (schema === undefined) return undefined
  return `/** Keys that the JSON of \`X-Device-Info\` requires. */
export const requiredDeviceInfoKeys = ${literal([...(schema.required ?? [])])} as const\n`
}
