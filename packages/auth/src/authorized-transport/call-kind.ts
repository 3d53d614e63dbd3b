import type { paths } from "@tve-pass/client/rest-v2"
import type { Application, DeviceHeaders } from "../application/index.ts"

/** The login page is opened by browser navigation, without API headers (docs/protocol/dcr.md, section 7). */
const navigation = /* @__PURE__ */ pathPrefix("/api/v2/authenticate/{serviceProvider}/{code}" satisfies keyof paths)

/**
 * Dynamic Client Registration takes no token: two methods of authentication are an error (docs/protocol/dcr.md, section
 * 5).
 */
const registration = "/o/client/"

const everyHeader = ["AP-Device-Identifier", "X-Device-Info", "X-Forwarded-For"] as const satisfies ReadonlyArray<
  keyof DeviceHeaders
>

/** The headers that the authorized fetch adds; the generated clients do not ask for them again. */
export const suppliedHeaders: ReadonlyArray<keyof DeviceHeaders> = everyHeader

/** The headers and the token that a request to the configured origin needs, by its path. */
export interface CallKind {
  readonly needsToken: boolean
  /** The body is a secret, so that redirects are never followed (rule 14, configured origin). */
  readonly hasSecretBody: boolean
  readonly headers: { readonly [name: string]: string }
}

/** Returns a function that determines the kind of a call from its URL. */
export const makeCallKinds = ({ origin, deviceHeaders }: Application): ((url: string) => CallKind) => {
  const protectedCall: CallKind = { needsToken: true, hasSecretBody: false, headers: { ...deviceHeaders } }
  return (url) => {
    if (url.startsWith(navigation, origin.length)) return navigationCall
    if (!url.startsWith(registration, origin.length)) return protectedCall
    const { "AP-Device-Identifier": _, ...headers } = deviceHeaders
    return { needsToken: false, hasSecretBody: true, headers }
  }
}

const navigationCall: CallKind = { needsToken: false, hasSecretBody: false, headers: {} }

function pathPrefix(path: string): string {
  return path.slice(0, path.indexOf("{"))
}

const apiPath = "/api/v2/"

/** Returns the id of the service provider in the path of a protected call, or an empty string if the path has none. */
export const serviceProviderOf = (url: string, origin: string): string => {
  if (!url.startsWith(apiPath, origin.length)) return ""
  const path = url.slice(origin.length + apiPath.length, origin.length + apiPath.length + 64)
  const end = path.search(/[/?#]/)
  return end < 0 ? path : path.slice(0, end)
}
