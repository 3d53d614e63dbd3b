import { createAdobePass } from "@tve-pass/auth/promise"
import { narrow, sha256 } from "@tve-pass/client"
import { createRestV2Client, readProfiles } from "@tve-pass/client/rest-v2"

/** Statuses of the protected calls, one after the other; 200 from then on. */
const statuses = [401, 429]
let tokens = 0
const dcrResponses: { readonly [path: string]: () => object } = {
  register: () => ({ client_id: "client", client_secret: "secret", scopes: ["api:client:v2"] }),
  // Each token is new: a 401 goes back to the caller if the server issues the same token again (rule 13, one replay).
  token: () => ({ access_token: `token-${++tokens}`, expires_in: 21_600 })
}
const profiles = { Cablevision: { issuer: "Cablevision", attributes: { zip: { value: "12345", state: "plain" } } } }

const network = (input: Request | string | URL): Promise<Response> => {
  const { url } = input instanceof Request ? input : new Request(input)
  const dcrResponse = dcrResponses[url.slice(url.lastIndexOf("/") + 1)]?.()
  const status = dcrResponse === undefined ? (statuses.shift() ?? 200) : 201
  const headers = { "content-type": "application/json" }
  return Promise.resolve(new Response(JSON.stringify(dcrResponse ?? { profiles }), { status, headers }))
}

const texts = new Map<string, string>()
const storage = {
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
  removeItem: (key: string) => void texts.delete(key)
}

/** Registers, and reads profiles past a 401 and a 429. Gives what it has read. */
export const run = async (): Promise<string> => {
  const pass = createAdobePass({
    environment: "release-staging",
    softwareStatement: "a.b.c",
    fetch: network,
    device: {
      identifier: sha256("serial number"),
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "5.0", connectionType: "LAN" }
    },
    storage: () => storage
  })
  const restV2 = createRestV2Client(pass)
  const result = narrow(
    await restV2.GET("/api/v2/{serviceProvider}/profiles", { params: { path: { serviceProvider: "REF30" } } })
  )
  await pass.dispose()
  return JSON.stringify(result.kind === "success" ? readProfiles(result.data) : result.failure)
}
