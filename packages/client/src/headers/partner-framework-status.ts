import type { partnerFrameworkAccessStatusValues } from "../generated/rest-v2/open-enums.ts"
import type { components } from "../generated/rest-v2/types.ts"
import { base64Json, hasText, membersOf } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Partner-Framework-Status"

type Schemas = components["schemas"]

/** The viewer's TV provider, as the partner framework reports it. */
export type PartnerFrameworkProviderInfo = Omit<Schemas["FrameworkProviderInfo"], "expirationDate"> & {
  /** Epoch milliseconds. Sent as a string. */
  readonly expirationDate?: number | string
}

/** Permission and provider, as the partner framework (Apple's Video Subscriber Account) reports them. */
export type PartnerFrameworkStatus =
  | {
      readonly frameworkPermissionInfo: Schemas["FrameworkPermissionInfo"] & { readonly accessStatus: "granted" }
      readonly frameworkProviderInfo: Required<Pick<PartnerFrameworkProviderInfo, "id" | "expirationDate">> &
        PartnerFrameworkProviderInfo
    }
  | {
      readonly frameworkPermissionInfo: Schemas["FrameworkPermissionInfo"] & { readonly accessStatus: NotGranted }
      readonly frameworkProviderInfo?: PartnerFrameworkProviderInfo
    }

type NotGranted = Exclude<(typeof partnerFrameworkAccessStatusValues)[number], "granted">

/**
 * Returns the header `AP-Partner-Framework-Status`, the partner framework's permission and provider, as Base64 of JSON.
 *
 * Partner single sign-on requires it at its beginning and end, and so does each call that finds or uses an `appleSSO`
 * profile. The provider's `id` and `expirationDate` are required only if permission is granted (C-H-7). With an expired
 * status, the server falls back to basic authentication, so read the status again when the app returns to the
 * foreground.
 *
 * Source: docs/protocol/headers.md, section 8.
 *
 * @throws {InvalidHeaderError} with `missingKeys` if the access status is missing, or if the provider is missing
 *   although permission is granted
 * @example
 * ```ts
 * partnerFrameworkStatusHeader({
 *   frameworkPermissionInfo: { accessStatus: "granted" },
 *   frameworkProviderInfo: { id: "Cablevision", expirationDate: 2025430636000 }
 * })
 * // => { "AP-Partner-Framework-Status": "eyJmcmFtZXdvcmtQZXJtaXNzaW9uSW5mbyI6eyJhY2Nlc3NTdGF0dXMiOiJncmFudGVkIn0sImZyYW1ld29ya1Byb3ZpZGVySW5mbyI6eyJpZCI6IkNhYmxldmlzaW9uIiwiZXhwaXJhdGlvbkRhdGUiOiIyMDI1NDMwNjM2MDAwIn19" }
 * ```
 */
export const partnerFrameworkStatusHeader = (status: PartnerFrameworkStatus): { readonly [name]: string } => {
  const { frameworkPermissionInfo, frameworkProviderInfo } = membersOf(status)
  const id = frameworkProviderInfo?.id
  const expirationDate = frameworkProviderInfo?.expirationDate ?? undefined
  const expiry = typeof expirationDate === "number" ? String(expirationDate) : expirationDate
  const granted = frameworkPermissionInfo?.accessStatus === "granted"
  const missingKeys = [
    ...(hasText(frameworkPermissionInfo?.accessStatus) ? [] : ["frameworkPermissionInfo.accessStatus"]),
    ...(granted && !hasText(id) ? ["frameworkProviderInfo.id"] : []),
    ...(granted && !hasText(expiry) ? ["frameworkProviderInfo.expirationDate"] : [])
  ]
  if (missingKeys.length > 0) {
    throw new InvalidHeaderError(
      name,
      `lacks ${missingKeys.join(", ")}`,
      "Pass what the framework reports",
      missingKeys
    )
  }
  if (expiry !== undefined && (typeof expiry !== "string" || !/^\d+$/.test(expiry))) {
    throw new InvalidHeaderError(name, "has an expiration date that is no timestamp", "Pass epoch milliseconds")
  }
  return {
    [name]: base64Json({
      frameworkPermissionInfo,
      frameworkProviderInfo: { ...frameworkProviderInfo, expirationDate: expiry }
    })
  }
}
