import { exampleSoftwareStatement } from "@tve-pass/testing/simulator"

/** The request that every server and handler is measured with. */
export const configurationPath = "/api/v2/REF30/configuration"

const deviceInfo = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

export const configurationHeaders = (accessToken: string): { readonly [name: string]: string } => ({
  Authorization: `Bearer ${accessToken}`,
  Accept: "application/json",
  "AP-Device-Identifier": "fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi",
  "X-Device-Info": btoa(JSON.stringify(deviceInfo))
})

/**
 * A device of its own for each request, as a server announces it: our simulator throttles by device, one request a
 * second after the first ten.
 */
export const deviceAddress = (number: number): string => {
  const device = number % 2 ** 24
  return `10.${device >> 16}.${(device >> 8) & 255}.${device & 255}`
}

type Send = (url: string, init: RequestInit) => Promise<Response>

/** Registers with the simulator's own statement and obtains a token. */
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
