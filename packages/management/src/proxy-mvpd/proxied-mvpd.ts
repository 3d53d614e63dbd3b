import * as Effect from "effect/Effect"
import { invalidRequest, type ManagementError } from "../request/index.ts"

/** One MVPD behind a proxy MVPD. */
export interface ProxiedMvpd {
  /** Shown to programmers: a letter, then letters, digits, `-` and `_` (C-PMV-2). */
  readonly id: string
  /** Sent to the proxy MVPD in place of `id`: 1 to 128 characters. */
  readonly providerId?: string
  /** The label in MVPD pickers. */
  readonly displayName: string
  /** Address of the logo; may be empty. */
  readonly logoUrl: string
  /** Present if the login page may be shown in a frame. In CSS pixels. */
  readonly iframeSize?: { readonly height: number; readonly width: number }
  /** The service providers to integrate with; absent means all that are available to the proxy MVPD (C-PMV-4). */
  readonly serviceProviders?: readonly [string, ...ReadonlyArray<string>]
}

/**
 * Checks a list before it replaces another. Fails with `InvalidRequest` that names the first problem.
 *
 * Source: docs/protocol/management/proxy-mvpd.md, section "Data model".
 */
export const checkProxiedMvpds = (list: ReadonlyArray<ProxiedMvpd>): Effect.Effect<void, ManagementError> =>
  Effect.gen(function* () {
    if (!Array.isArray(list)) return yield* invalidRequest("list", "is no array", "Pass an array of proxied MVPDs")
    const seen = new Set<string>()
    for (const [index, mvpd] of list.entries()) {
      const place = `list[${index}]`
      if (typeof mvpd !== "object" || mvpd === null) {
        return yield* invalidRequest(place, "is not an object", "Pass a proxied MVPD")
      }
      const { id, providerId, displayName, logoUrl, iframeSize, serviceProviders } = mvpd
      if (typeof id !== "string" || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(id)) {
        const rule = "Pass a letter, then letters, digits, dashes and underscores (C-PMV-2)"
        return yield* invalidRequest(`${place}.id`, "is not a valid id", rule)
      }
      if (seen.has(id)) return yield* invalidRequest(`${place}.id`, `repeats ${id}`, "Pass each id once (C-PMV-6)")
      seen.add(id)
      if (providerId !== undefined && (typeof providerId !== "string" || !/^.{1,128}$/su.test(providerId))) {
        return yield* invalidRequest(`${place}.providerId`, "is not 1 to 128 characters", "Shorten it or leave it out")
      }
      if (typeof displayName !== "string" || displayName === "") {
        return yield* invalidRequest(`${place}.displayName`, "is missing or empty", "Pass the label of the picker")
      }
      if (typeof logoUrl !== "string" || (logoUrl !== "" && !URL.canParse(logoUrl))) {
        return yield* invalidRequest(`${place}.logoUrl`, "is not a URL", "Pass an absolute URL or an empty string")
      }
      for (const [member, value] of Object.entries({ providerId, displayName, logoUrl })) {
        if (value !== undefined && notXml.test(value)) {
          return yield* invalidRequest(`${place}.${member}`, "contains a character that XML excludes", "Remove it")
        }
      }
      if (iframeSize !== undefined && !(isPixels(iframeSize.height) && isPixels(iframeSize.width))) {
        const rule = "Pass whole numbers of pixels for `height` and `width`"
        return yield* invalidRequest(`${place}.iframeSize`, "is not a size", rule)
      }
      if (serviceProviders !== undefined) {
        if (!Array.isArray(serviceProviders) || serviceProviders.length === 0) {
          const rule = "Leave it out for all service providers (C-PMV-4)"
          return yield* invalidRequest(`${place}.serviceProviders`, "is empty", rule)
        }
        if (serviceProviders.some((one) => typeof one !== "string" || one.trim() === "" || notXml.test(one))) {
          return yield* invalidRequest(`${place}.serviceProviders`, "contains an empty id", "Pass ids such as REF30")
        }
      }
    }
  })

/** Characters outside of XML 1.0, and surrogates without their other half. */
// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 excludes
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

const isPixels = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value > 0 && value < 2 ** 31
