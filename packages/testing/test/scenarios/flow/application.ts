import { deviceIdentifierHeader, deviceInfoHeader, type partnerFrameworkStatusHeader } from "@tve-pass/client"
import { createDcrClient } from "@tve-pass/client/dcr"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { exampleSoftwareStatement, type OperationId, type Remembered } from "../../../src/index.ts"
import { ofDecisions, ofFailure, ofLogouts, ofProfiles, ofSession, ofSessionDetails } from "./outcome.ts"
import type { Environment } from "./environment.ts"

export interface ApplicationOptions {
  /** What its store holds; nothing unless given. */
  readonly remembered?: Remembered
  readonly deviceIdentifier?: string
}

/** What a call came to, as the clients return it. */
interface Result<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

type PartnerStatus = ReturnType<typeof partnerFrameworkStatusHeader>

/** Headers that only some operations take, for example for single sign-on. */
type FurtherHeaders = Readonly<Record<string, string>>

export type Application = ReturnType<typeof startApplication>

const serviceProvider = "REF30"

/** Where a user agent ends after the MVPD's pages. */
export const redirectUrl = "https://adobe.com/done"

const appleTv = deviceInfoHeader({
  primaryHardwareType: "SetTopBox",
  model: "AppleTV",
  version: "11,1",
  osName: "tvOS",
  osVersion: "17.0",
  connectionType: "WiFi"
})

/** A well-behaved application on one device, which records what each of its calls comes to. */
export const startApplication = ({ origin, fetch, record }: Environment, options: ApplicationOptions = {}) => {
  const { remembered } = options
  const device = deviceIdentifierHeader(remembered?.deviceIdentifier ?? options.deviceIdentifier ?? "living-room")
  let credentials = { client_id: remembered?.clientId ?? "", client_secret: remembered?.clientSecret ?? "" }
  let accessToken = ""

  const keep = <Data>(
    operation: OperationId,
    { data, error, response }: Result<Data | undefined>,
    outcome: (data: Data) => string
  ): Data | undefined => {
    record({
      operation,
      status: response.status,
      outcome: data === undefined ? ofFailure(error) : outcome(data),
      contentType: response.headers.get("content-type"),
      body: data ?? error
    })
    return data
  }
  const dcr = createDcrClient({ origin, fetch })
  const restV2 = (further: FurtherHeaders = {}) =>
    createRestV2Client({
      origin,
      fetch: (request) => {
        for (const [name, value] of Object.entries(further)) request.headers.set(name, value)
        return fetch(request)
      },
      headers: { ...device, ...appleTv, Authorization: `Bearer ${accessToken}` }
    })

  return {
    registerClient: async () => {
      const body = { software_statement: exampleSoftwareStatement }
      const result = await dcr.POST("/o/client/register", { body, params: { header: appleTv } })
      credentials = keep("registerClient", result, () => "client credentials") ?? credentials
    },
    retrieveAccessToken: async () => {
      const { client_id, client_secret } = credentials
      const body = { client_id, client_secret, grant_type: "client_credentials" }
      const result = await dcr.POST("/o/client/token", { body, params: { header: appleTv } })
      accessToken = keep("retrieveAccessToken", result, () => "access token")?.access_token ?? ""
    },
    retrieveConfiguration: async () => {
      const params = { path: { serviceProvider } }
      const result = await restV2().GET("/api/v2/{serviceProvider}/configuration", { params })
      return keep("retrieveConfiguration", result, () => "configuration")
    },
    createAuthenticationSession: async (mvpd?: string, further?: FurtherHeaders) => {
      const body = mvpd === undefined ? {} : { mvpd, domainName: "adobe.com", redirectUrl }
      const params = { path: { serviceProvider } }
      const result = await restV2(further).POST("/api/v2/{serviceProvider}/sessions", { params, body })
      return keep("createAuthenticationSession", result, ofSession)
    },
    resumeAuthenticationSession: async (code: string, mvpd: string) => {
      const body = { mvpd, domainName: "adobe.com", redirectUrl }
      const params = { path: { serviceProvider, code } }
      const result = await restV2().POST("/api/v2/{serviceProvider}/sessions/{code}", { params, body })
      return keep("resumeAuthenticationSession", result, ofSession)
    },
    retrieveAuthenticationSession: async (code: string) => {
      const params = { path: { serviceProvider, code } }
      const result = await restV2().GET("/api/v2/{serviceProvider}/sessions/{code}", { params })
      keep("retrieveAuthenticationSession", result, ofSessionDetails)
    },
    retrieveProfiles: async (further?: FurtherHeaders) => {
      const params = { path: { serviceProvider } }
      const result = await restV2(further).GET("/api/v2/{serviceProvider}/profiles", { params })
      keep("retrieveProfiles", result, ofProfiles)
    },
    retrieveProfileForMvpd: async (mvpd: string, further?: FurtherHeaders) => {
      const params = { path: { serviceProvider, mvpd } }
      const result = await restV2(further).GET("/api/v2/{serviceProvider}/profiles/{mvpd}", { params })
      keep("retrieveProfileForMvpd", result, ofProfiles)
    },
    retrieveProfileForCode: async (code: string) => {
      const params = { path: { serviceProvider, code } }
      const result = await restV2().GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params })
      keep("retrieveProfileForCode", result, ofProfiles)
    },
    retrieveAuthorizationDecisions: async (mvpd: string, resource: string, further?: FurtherHeaders) => {
      const params = { path: { serviceProvider, mvpd } }
      const body = { resources: [resource] }
      const path = "/api/v2/{serviceProvider}/decisions/authorize/{mvpd}"
      keep(
        "retrieveAuthorizationDecisions",
        await restV2(further).POST(path, { params, body }),
        ofDecisions([resource])
      )
    },
    retrievePreauthorizationDecisions: async (mvpd: string, resources: ReadonlyArray<string>) => {
      const params = { path: { serviceProvider, mvpd } }
      const body = { resources: [...resources] }
      const path = "/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}"
      keep("retrievePreauthorizationDecisions", await restV2().POST(path, { params, body }), ofDecisions(resources))
    },
    initiateLogout: async (mvpd: string) => {
      const params = { path: { serviceProvider, mvpd }, query: { redirectUrl } }
      const result = await restV2().GET("/api/v2/{serviceProvider}/logout/{mvpd}", { params })
      return keep("initiateLogout", result, ofLogouts)
    },
    retrievePartnerAuthenticationRequest: async (status: PartnerStatus) => {
      const params = { path: { serviceProvider, partner: "Apple" }, header: status }
      const body = { domainName: "adobe.com", redirectUrl }
      const path = "/api/v2/{serviceProvider}/sessions/sso/{partner}"
      keep("retrievePartnerAuthenticationRequest", await restV2().POST(path, { params, body }), ofSession)
    },
    createPartnerProfile: async (status: PartnerStatus, SAMLResponse: string) => {
      const params = { path: { serviceProvider, partner: "Apple" }, header: status }
      const path = "/api/v2/{serviceProvider}/profiles/sso/{partner}"
      keep("createPartnerProfile", await restV2().POST(path, { params, body: { SAMLResponse } }), ofProfiles)
    }
  }
}
