import { deviceIdentifierHeader, deviceInfoHeader } from "@tve-pass/client"
import { exampleSoftwareStatement, type SimulatorCore } from "../../src/index.ts"

export interface ApplicationOptions {
  readonly softwareStatement?: string
  readonly deviceIdentifier?: string
  readonly serviceProvider?: string
  /** Sent as X-Forwarded-For, as a server does. */
  readonly address?: string
  /** Sent with each call, for example a single sign-on header. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The response of an operation, with its body read. */
export interface SimulatedResponse {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every operation
  readonly body: any
  readonly headers: Headers
}

const deviceInfo = deviceInfoHeader({
  primaryHardwareType: "TV",
  model: "OLED55",
  version: "1.0",
  osName: "webOS",
  osVersion: "7.0",
  connectionType: "LAN"
})

const read = async (response: Response): Promise<SimulatedResponse> => {
  const text = await response.text()
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true
  return { status: response.status, body: isJson && text !== "" ? JSON.parse(text) : text, headers: response.headers }
}

export const returning = { domainName: "adobe.com", redirectUrl: "https://adobe.com/done" }

/** A well-behaved application on one device: registers, obtains a token, and calls every operation. */
export const startApplication = async (simulator: SimulatorCore, options: ApplicationOptions = {}) => {
  const { deviceIdentifier = "device-1", serviceProvider = "REF30", headers: extra = {} } = options
  const forwarded = options.address === undefined ? {} : { "X-Forwarded-For": options.address }
  const common = { Accept: "application/json;charset=utf-8", ...deviceInfo, ...forwarded }
  const device = deviceIdentifierHeader(deviceIdentifier)

  const send = async (path: string, init: RequestInit) =>
    read(await simulator.fetch(`${simulator.origin}${path}`, init))

  const register = () =>
    send("/o/client/register", {
      method: "POST",
      headers: { ...common, "Content-Type": "application/json;charset=utf-8" },
      body: JSON.stringify({ software_statement: options.softwareStatement ?? exampleSoftwareStatement })
    })
  const { client_id: clientId, client_secret: clientSecret } = (await register()).body

  const retrieveAccessToken = async (): Promise<string> => {
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: "client_credentials"
    })
    return (await send("/o/client/token", { method: "POST", headers: common, body })).body.access_token
  }
  let accessToken = await retrieveAccessToken()

  const call = (path: string, init: RequestInit = {}, own: Readonly<Record<string, string>> = {}) =>
    send(`/api/v2/${path}`, {
      ...init,
      headers: { ...common, ...device, ...extra, Authorization: `Bearer ${accessToken}`, ...own }
    })
  const post = (path: string, parameters: Record<string, string>, own?: Readonly<Record<string, string>>) =>
    call(path, { method: "POST", body: new URLSearchParams(parameters) }, own)
  const decide = (path: string, resources: ReadonlyArray<unknown>, own: Readonly<Record<string, string>> = {}) =>
    call(
      path,
      { method: "POST", body: JSON.stringify({ resources }) },
      { "Content-Type": "application/json;charset=utf-8", ...own }
    )

  return {
    clientId: String(clientId),
    deviceIdentifier,
    accessToken: () => accessToken,
    refresh: async () => {
      accessToken = await retrieveAccessToken()
    },
    call,
    configuration: (own?: Readonly<Record<string, string>>) => call(`${serviceProvider}/configuration`, {}, own),
    createSession: (parameters: Record<string, string>) => post(`${serviceProvider}/sessions`, parameters),
    resumeSession: (code: string, parameters: Record<string, string>) =>
      post(`${serviceProvider}/sessions/${code}`, parameters),
    session: (code: string) => call(`${serviceProvider}/sessions/${code}`),
    profiles: (own?: Readonly<Record<string, string>>) => call(`${serviceProvider}/profiles`, {}, own),
    profile: (mvpd: string, own?: Readonly<Record<string, string>>) =>
      call(`${serviceProvider}/profiles/${mvpd}`, {}, own),
    profileForCode: (code: string, own?: Readonly<Record<string, string>>) =>
      call(`${serviceProvider}/profiles/code/${code}`, {}, own),
    authorize: (mvpd: string, resources: ReadonlyArray<unknown>, own?: Readonly<Record<string, string>>) =>
      decide(`${serviceProvider}/decisions/authorize/${mvpd}`, resources, own),
    preauthorize: (mvpd: string, resources: ReadonlyArray<unknown>, own?: Readonly<Record<string, string>>) =>
      decide(`${serviceProvider}/decisions/preauthorize/${mvpd}`, resources, own),
    logout: (mvpd: string, redirectUrl = returning.redirectUrl) =>
      call(`${serviceProvider}/logout/${mvpd}?${new URLSearchParams({ redirectUrl })}`),
    partnerSession: (parameters: Record<string, string>, own?: Readonly<Record<string, string>>) =>
      post(`${serviceProvider}/sessions/sso/Apple`, parameters, own),
    partnerProfile: (samlResponse: string, own?: Readonly<Record<string, string>>) =>
      post(`${serviceProvider}/profiles/sso/Apple`, { SAMLResponse: samlResponse }, own)
  }
}

export type TestApplication = Awaited<ReturnType<typeof startApplication>>

/** Authenticates the application's device with an MVPD. */
export const signIn = async (
  simulator: SimulatorCore,
  application: TestApplication,
  mvpd = "Cablevision",
  viewer?: string
): Promise<string> => {
  const { body } = await application.createSession({ mvpd, ...returning })
  simulator.mvpd.signIn(body.code, viewer)
  return body.code
}
