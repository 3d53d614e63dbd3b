import {
  browserNameValues,
  browserVendorValues,
  connectionTypeValues,
  osFamilyValues,
  osNameValues,
  osVendorValues,
  primaryHardwareTypeValues
} from "@tve-pass/client/rest-v2"
import { decodeBase64, decodeJson, headerValue, type Inspection } from "./inspection.ts"

const requiredKeys = ["model", "version", "osName", "osVersion", "connectionType"]

/** Keys whose values the protocol lists. The list of `connectionType` has only examples. */
const restricted: Readonly<Record<string, ReadonlyArray<string>>> = {
  primaryHardwareType: primaryHardwareTypeValues,
  osName: osNameValues,
  osFamily: osFamilyValues,
  osVendor: osVendorValues,
  browserName: browserNameValues,
  browserVendor: browserVendorValues
}

/**
 * Reads `X-Device-Info`. Returns `undefined` if it is not Base64 of JSON. Source: docs/protocol/headers.md, section 3.
 */
export const inspectDeviceInfo = (text: string): Inspection | undefined => {
  const info = decodeJson(headerValue("X-Device-Info", text))
  return info === undefined ? undefined : { values: info, problems: deviceInfoProblems(info) }
}

/** Returns the problems of a device's description, as sentences. */
export const deviceInfoProblems = (info: Readonly<Record<string, unknown>>): ReadonlyArray<string> => [
  ...requiredKeys
    .filter((key) => typeof info[key] !== "string" || info[key].trim() === "")
    .map((key) => `${key} is required and missing.`),
  ...Object.entries(restricted).flatMap(([key, values]) => {
    const value = info[key]
    return value === undefined || values.includes(String(value))
      ? []
      : [`${key} "${String(value)}" is not a listed value: Adobe may count the device as unknown.`]
  }),
  ...(info["type"] !== undefined && info["primaryHardwareType"] === undefined
    ? ["type is no key of this header: use primaryHardwareType (C-H-4)."]
    : []),
  ...(typeof info["connectionType"] === "string" && !isListed(connectionTypeValues, info["connectionType"])
    ? [`connectionType "${info["connectionType"]}" is not among the examples ${connectionTypeValues.join(", ")}.`]
    : [])
]

const isListed = (values: ReadonlyArray<string>, value: string): boolean => values.includes(value)

/**
 * Reads `AP-Device-Identifier`. Returns `undefined` for any other form. Source: docs/protocol/headers.md, section 2.
 */
export const inspectDeviceIdentifier = (text: string): Inspection | undefined => {
  const encoded = /^fingerprint +(\S+)$/.exec(headerValue("AP-Device-Identifier", text))?.[1]
  const identifier = encoded === undefined ? undefined : decodeBase64(encoded)
  return identifier === undefined ? undefined : { values: { type: "fingerprint", identifier }, problems: [] }
}
