import * as oauth from "oauth4webapi"
import { expect, it, vi } from "vitest"
import { contestants } from "../src/contestants/contestants.ts"
import { apiPath, deviceHeaders } from "../src/network/request.ts"
import { createStubNetwork } from "../src/network/stub-network.ts"
import { withPassingTime } from "./passing-time.ts"

it.each(contestants)("$name gets a response of the API, without and with a token", async ({ create }) => {
  const network = createStubNetwork()
  const { call, laterCall = call } = await create(network)
  expect([await call(apiPath), await laterCall(apiPath)]).toStrictEqual([200, 200])
  expect(network.count("token")).toBe(1)
})

it.each(contestants)("$name sends the headers that the protocol requires", async ({ create }) => {
  const network = createStubNetwork()
  const sent: Array<Headers> = []
  const { call } = await create({
    ...network,
    fetch: async (input, init) => {
      // Boundary: an undefined member counts as absent.
      const request = new Request(input, init as RequestInit)
      if (request.url.endsWith(apiPath) && request.headers.has("Authorization")) sent.push(request.headers)
      return network.fetch(request)
    }
  })
  await call(apiPath)
  for (const [name, value] of Object.entries(deviceHeaders)) expect(sent.at(-1)?.get(name)).toBe(value)
})

it.each(contestants)("$name registers the client, unless it says that it does not", async (contestant) => {
  const network = createStubNetwork()
  const { call } = await contestant.create(network)
  await call(apiPath)
  expect(network.count("register")).toBe(contestant.givenCredentials === undefined ? 1 : 0)
})

it.each(contestants)("$name replaces a token that has expired, unless it says that it does not", async (contestant) => {
  const tokens = await withPassingTime(async () => {
    const network = createStubNetwork({ lifetime: 60 })
    const { call } = await contestant.create(network)
    await call(apiPath)
    const before = network.count("token")
    vi.advanceTimersByTime(61_000)
    await call(apiPath)
    return network.count("token") - before
  })
  expect(tokens).toBe(contestant.ignoresLifetime === undefined ? 1 : 0)
})

it("responds to openid-client and oauth4webapi as the standards say, because they refuse the responses of Adobe Pass", async () => {
  const { origin, fetch } = createStubNetwork()
  const send = (path: string) => fetch(`${origin}${path}`, { method: "POST" })
  await expect(oauth.processDynamicClientRegistrationResponse(await send("/o/client/register"))).rejects.toThrow(
    /client_secret_expires_at/
  )
  const [server, client] = [{ issuer: origin }, { client_id: "client" }]
  const token = await send("/o/client/token")
  await expect(oauth.processClientCredentialsResponse(server, client, token)).rejects.toThrow(/status code/)
})
