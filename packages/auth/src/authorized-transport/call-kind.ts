import type { paths } from "@tve-pass/client/rest-v2"
import type { Application, DeviceHeaders } from "../application/index.ts"

/** The browser navigation that carries no API headers (docs/protocol/dcr.md, section 7). */
const navigation = pathPrefix("/api/v2/authenticate/{serviceProvider}/{code}" satisfies keyof paths)

/** Dynamic Client Registration takes no token: a second way to authenticate is an error (dcr.md, section 5). */
const registration = "/o/client/"

const everyHeader = ["AP-Device-Identifier", "X-Device-Info", "X-Forwarded-For"] as const satisfies ReadonlyArray<
  keyof DeviceHeaders
>

/** The headers that the authorized fetch adds; the generated clients do not ask for them again. */
export const suppliedHeaders: ReadonlyArray<keyof DeviceHeaders> = everyHeader

/** What a request to the configured origin needs, by its path. */
export interface CallKind {
  readonly needsToken: boolean
  /** Its body is a secret, so that its redirects are not followed at all (rule 14, configured origin). */
  readonly hasSecretBody: boolean
  readonly headers: { readonly [name: string]: string }
}

/** Tells the kinds of calls apart. */
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

/** The id of the service provider that a protected call is about; empty where its path has none. */
export const serviceProviderOf = (url: string, origin: string): string => {
  if (!url.startsWith(apiPath, origin.length)) return ""
  const path = url.slice(origin.length + apiPath.length, origin.length + apiPath.length + 64)
  const end = path.search(/[/?#]/)
  return end < 0 ? path : path.slice(0, end)
}
