import { sha256 } from "@tve-pass/client"
import type { Schemas } from "../wire/schemas.ts"
import type { TemporaryAccess } from "./temporary-access.ts"

/** The profile of a pass that is not used up (docs/protocol/rest-api-v2.md section 11, operation 7). */
export const temporaryProfile = (
  access: TemporaryAccess & { readonly _tag: "Available" },
  device: string
): Schemas["Profile"] => ({
  notBefore: access.startsAt,
  notAfter: access.endsAt,
  issuer: "Adobe",
  type: "temporary",
  attributes: {
    ...(access.resources === undefined
      ? {}
      : {
          remaining_resources: { value: access.resources.remaining, state: "plain" },
          used_assets: { value: access.resources.used, state: "plain" }
        }),
    expiration_date: { value: access.endsAt, state: "plain" },
    userID: { value: `temppass_${sha256(device).slice(0, 40)}`, state: "plain" }
  }
})
