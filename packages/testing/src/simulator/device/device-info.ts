import { fromBase64 } from "../encoding/base64.ts"
import { parseJsonObject } from "../encoding/json-object.ts"

/** What X-Device-Info says, member by member; `undefined` if it is not the Base64 of a JSON object. */
export type DeviceInfo = Readonly<Record<string, unknown>>

export const deviceInfoOf = (header: string | null): DeviceInfo | undefined =>
  header === null ? undefined : parseJsonObject(fromBase64(header.trim()))
