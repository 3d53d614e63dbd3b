import type { partnerFrameworkAccessStatusValues } from "../generated/rest-v2/open-enums.ts"
import type { components } from "../generated/rest-v2/types.ts"
import { base64Json, hasText, membersOf } from "./encoding.ts"
import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Partner-Framework-Status"

type Schemas = components["schemas"]

/** What the partner framework knows about the user's TV provider. */
export type PartnerFrameworkProviderInfo = Omit<Schemas["FrameworkProviderInfo"], "expirationDate"> & {
  /** Epoch milliseconds; sent as a string. */
  readonly expirationDate?: number | string
}

/** Permission and provider as the partner framework, Apple's Video Subscriber Account, reports them. */
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
 * Returns `AP-Partner-Framework-Status`: what the partner framework says about permission and provider, as Base64 of JSON.
 *
 * Required to begin and to finish partner single sign-on, and wherever an `appleSSO` profile is wanted or used. The
 * provider's `id` and `expirationDate` are required only when permission is granted (C-H-7). An expired status
 * leads to the fallback to basic authentication, so ask the framework again when the app returns to the foreground.
 *
 * Source: docs/protocol/headers.md, section 8.
 *
 * @throws {InvalidHeaderError} with `missingKeys` when the access status, or the provider of a granted one, is missing.
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
