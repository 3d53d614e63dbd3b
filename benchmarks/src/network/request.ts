import { deviceIdentifierHeader, deviceInfoHeader } from "@tve-pass/client"
import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"

/** The request that every library, server and handler is measured with. */
export const apiPath = "/api/v2/REF30/configuration"

export const device = {
  identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
  info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
} as const

/** The headers that the protocol requires on each call, beside the token. Every library sends them. */
export const deviceHeaders: { readonly [name: string]: string } = {
  ...deviceIdentifierHeader(device.identifier),
  ...deviceInfoHeader(device.info)
}

export const authorizedHeaders = (accessToken: string): { readonly [name: string]: string } => ({
  ...deviceHeaders,
  Authorization: `Bearer ${accessToken}`
})

/** The address of one of 16 million devices, for `X-Forwarded-For`. */
export const deviceAddress = (number: number): string => {
  const device = number % 2 ** 24
  return `10.${device >> 16}.${(device >> 8) & 255}.${device & 255}`
}

type Send = (url: string, init: RequestInit) => Promise<Response>

/** Registers with the statement of the simulator and obtains a token. */
export const obtainAccessToken = async (
  origin: string,
  send: Send,
  headers: { readonly [name: string]: string } = {}
): Promise<string> => {
  const registered = await send(`${origin}/o/client/register`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ software_statement: exampleSoftwareStatement })
  })
  const { client_id, client_secret } = await registered.json()
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  const issued = await send(`${origin}/o/client/token`, { method: "POST", headers, body })
  const { access_token } = await issued.json()
  if (typeof access_token !== "string") throw new Error(`Failed to obtain an access token: status ${issued.status}`)
  return access_token
}
