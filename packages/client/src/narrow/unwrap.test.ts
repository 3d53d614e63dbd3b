import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { createRecorder, json } from "../../test/recorder.ts"
import { createRestV2Client } from "../rest-v2/create-rest-v2-client.ts"
import { ApiFailure, unwrap } from "./unwrap.ts"

const path = { serviceProvider: "REF30", code: "8ER640M" }
const profilesOf = (response: () => Response | Promise<Response>) =>
  unwrap(
    createRestV2Client({
      environment: "release-staging",
      headers: { Authorization: "Bearer canary" },
      fetch: createRecorder(response).fetch
    }).GET("/api/v2/{serviceProvider}/profiles/code/{code}", { params: { path } })
  )

describe("unwrap", () => {
  it("resolves to the data of a success", async () => {
    expect((await profilesOf(() => json({ profiles: {} }))).profiles).toEqual({})
  })

  it("takes a result as well as the promise of one", async () => {
    const response = json({ profiles: {} })
    const contract = { statuses: [200] }
    expect(await unwrap({ data: { profiles: {} }, response, contract })).toEqual({ profiles: {} })
  })

  it.each([
    ["an enhanced error", () => json({ code: "invalid_parameter_code", status: 400 }, 400), 400, "EnhancedError"],
    ["a 429", () => json({}, 429), 429, "Throttled"],
    ["a page in place of JSON", () => new Response("<p>"), 200, "HttpError"],
    ["a status that is not documented", () => json({}, 404), 404, "HttpError"]
  ])("rejects with ApiFailure for %s", async (_name, response, status, _tag) => {
    const error: unknown = await profilesOf(response).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiFailure)
    expect(error).toMatchObject({
      _tag: "ApiFailure",
      name: "ApiFailure",
      status,
      failure: { _tag, httpStatus: status }
    })
    expect(inspect(error, { depth: 10 })).not.toContain("canary")
  })

  it("says code and remedy", async () => {
    await expect(profilesOf(() => json({ code: "invalid_parameter_code" }, 400))).rejects.toThrow(
      /HTTP 400 invalid_parameter_code\. \w/
    )
  })

  it("rejects as fetch does if there is no response", async () => {
    await expect(profilesOf(() => Promise.reject(new TypeError("offline")))).rejects.toThrow("offline")
  })
})
