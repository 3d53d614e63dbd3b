import type { Client } from "openapi-fetch"
import { expectTypeOf } from "vitest"
import { createDcrClient, type paths as DcrPaths } from "../src/dcr/index.ts"
import {
  deviceIdentifierHeader,
  deviceInfoHeader,
  forwardedForHeader,
  platformIdentityHeader,
  resolveOrigin,
  serviceTokenHeader,
  temporaryAccessIdentityHeader,
  unwrap,
  visitorIdentifierHeader,
  type DeviceInfo,
  type PartnerFrameworkStatus
} from "../src/index.ts"
import {
  createRestV2Client,
  type AuthorizedRestV2Client,
  type paths,
  type RestV2Client,
  type Schemas
} from "../src/rest-v2/index.ts"

const path = { serviceProvider: "REF30" }
const body = { mvpd: "Cablevision" }
const info: DeviceInfo = { model: "a", version: "1", osName: "webOS", osVersion: "7", connectionType: "LAN" }
const device = { ...deviceIdentifierHeader("a"), ...deviceInfoHeader(info) }

// What takes a client of openapi-fetch takes these.
export const openapiClient: Client<paths> = createRestV2Client({ environment: "release-staging" })
export const openapiDcrClient: Client<DcrPaths> = createDcrClient({ environment: "release-staging" })

// Required headers are asked for, and builders give them by their names.
export const required = (client: RestV2Client): void => {
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path, header: device }, body })
  // @ts-expect-error both device headers are required
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path }, body })
  // @ts-expect-error one is not enough
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path, header: deviceInfoHeader(info) }, body })
  // @ts-expect-error the body is required
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path, header: device } })
  // @ts-expect-error the operation is a POST
  void client.GET("/api/v2/{serviceProvider}/sessions", { params: { path, header: device } })
  // @ts-expect-error no such path
  void client.GET("/api/v2/{serviceProvider}/session", { params: { path } })
}

export const optional = (client: RestV2Client): void => {
  const header = {
    ...device,
    ...forwardedForHeader("203.45.101.20"),
    ...platformIdentityHeader({ subjectToken: "a.b.c" }),
    ...serviceTokenHeader("a.b.c"),
    ...temporaryAccessIdentityHeader({ key: "email", identifier: "user@domain.com" }),
    ...visitorIdentifierHeader("1")
  }
  void client.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", { params: { path: { ...path, mvpd: "a" }, header } })
}

// What a transport supplies is not asked for again, but may still be given.
export const supplied = (pass: {
  readonly baseUrl: string
  readonly fetch: (request: Request) => Promise<Response>
  readonly suppliedHeaders: ReadonlyArray<"AP-Device-Identifier" | "X-Device-Info">
}): void => {
  const client = createRestV2Client(pass)
  expectTypeOf(client).toEqualTypeOf<RestV2Client<"AP-Device-Identifier" | "X-Device-Info">>()
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path }, body })
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path, header: deviceInfoHeader(info) }, body })
  void client.GET("/api/v2/{serviceProvider}/profiles", { params: { path } })
  const partner = { path: { ...path, partner: "Apple" } }
  // @ts-expect-error the status of the partner framework is not supplied by the transport
  void client.POST("/api/v2/{serviceProvider}/sessions/sso/{partner}", { params: partner, body: {} })
  // @ts-expect-error a supplied header is still a string
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path, header: { "X-Device-Info": 1 } }, body })
}

// Such a client has a name, also in server mode, where the transport supplies one more header.
export const authorized = (
  server: RestV2Client<"AP-Device-Identifier" | "X-Device-Info" | "X-Forwarded-For">
): ReadonlyArray<AuthorizedRestV2Client> => [
  server,
  createRestV2Client({
    baseUrl: "/",
    suppliedHeaders: ["AP-Device-Identifier", "X-Device-Info", "X-Forwarded-For"] as const
  })
]

// A generic promise of data, without casts.
export const dataOf = (client: AuthorizedRestV2Client): Promise<Schemas["Profiles"]> =>
  unwrap(client.GET("/api/v2/{serviceProvider}/profiles", { params: { path } }))

// The same for the headers of the client itself.
export const ownHeaders = (): void => {
  const client = createRestV2Client({
    environment: "release-staging",
    headers: { ...device, Authorization: "Bearer a" }
  })
  void client.POST("/api/v2/{serviceProvider}/sessions", { params: { path }, body })
}

// One destination.
createRestV2Client({ origin: "http://localhost:4010" })
createRestV2Client({ baseUrl: "/gateway" })
resolveOrigin({ origin: "http://simulator:4010", allowInsecure: true })
// @ts-expect-error no such environment
resolveOrigin({ environment: "production" })
// @ts-expect-error two destinations
createRestV2Client({ environment: "release-staging", origin: "http://localhost:4010" })
// @ts-expect-error none
createRestV2Client({})

// Illegal states of headers.
// @ts-expect-error connectionType is required
export const incomplete: DeviceInfo = { model: "a", version: "1", osName: "webOS", osVersion: "7" }
// @ts-expect-error a key of code snippets that means primaryHardwareType (C-H-4)
export const misspelt: DeviceInfo = { ...info, type: "TV" }
// @ts-expect-error exactly one of the two
platformIdentityHeader({ subjectToken: "a.b.c", rokuConnectToken: "a.b.c" })
// @ts-expect-error a hash is sent as it is
temporaryAccessIdentityHeader({ key: "email", value: "f7ee", send: "plain" })
// @ts-expect-error the provider of a granted permission is required
export const status: PartnerFrameworkStatus = {
  frameworkPermissionInfo: { accessStatus: "granted" },
  frameworkProviderInfo: {}
}
