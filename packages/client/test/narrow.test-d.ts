import { expectTypeOf } from "vitest"
import { createDcrClient, type components as DcrComponents } from "../src/dcr/index.ts"
import {
  narrow,
  type DcrError,
  type EnhancedError,
  type Failure,
  type HttpError,
  type Throttled
} from "../src/index.ts"
import { createRestV2Client, type Schemas } from "../src/rest-v2/index.ts"

const restV2 = createRestV2Client({ environment: "release-staging" })
const header = { "AP-Device-Identifier": "", "X-Device-Info": "" }

export const success = async (): Promise<void> => {
  const path = { serviceProvider: "REF30", mvpd: "Cablevision" }
  const result = narrow(await restV2.GET("/api/v2/{serviceProvider}/profiles/{mvpd}", { params: { path, header } }))
  if (result.kind === "success") {
    expectTypeOf(result.status).toEqualTypeOf<200>()
    expectTypeOf(result.data).toEqualTypeOf<Schemas["Profiles"]>()
    // @ts-expect-error a success has no failure
    void result.failure
    return
  }
  // Every other kind has one, for one handler.
  expectTypeOf(result.failure).toExtend<Failure>()
  // @ts-expect-error and no data
  void result.data
  if (result.kind === "failure") {
    expectTypeOf(result.status).toEqualTypeOf<200 | 400 | 401 | 403 | 405 | 429 | 500>()
    if (result.status === 429) expectTypeOf(result.failure).toEqualTypeOf<Throttled>()
    if (result.status === 403) expectTypeOf(result.failure).toEqualTypeOf<EnhancedError | DcrError | HttpError>()
    if (result.status === 200) expectTypeOf(result.failure).toEqualTypeOf<EnhancedError | DcrError>()
    // @ts-expect-error a status that the operation does not document
    void (result.status === 404)
  }
  if (result.kind === "malformed") expectTypeOf(result.status).toEqualTypeOf<200>()
  if (result.kind === "undocumented") expectTypeOf(result.status).toEqualTypeOf<number>()
}

export const twoSuccesses = async (): Promise<void> => {
  const result = narrow(
    await restV2.POST("/api/v2/{serviceProvider}/profiles/sso/{partner}", {
      params: {
        path: { serviceProvider: "REF30", partner: "Apple" },
        header: { ...header, "AP-Partner-Framework-Status": "" }
      },
      body: { SAMLResponse: "" }
    })
  )
  if (result.kind === "success") expectTypeOf(result.status).toEqualTypeOf<200 | 201>()
}

export const redirect = async (): Promise<void> => {
  const path = { serviceProvider: "REF30", code: "8ER640M" }
  const result = narrow(await restV2.GET("/api/v2/authenticate/{serviceProvider}/{code}", { params: { path } }))
  if (result.kind === "success") {
    expectTypeOf(result.status).toEqualTypeOf<302>()
    expectTypeOf(result.data).toEqualTypeOf<undefined>()
  }
}

export const dcr = async (): Promise<void> => {
  const client = createDcrClient({ environment: "release-staging" })
  const result = narrow(await client.POST("/o/client/register", { body: { software_statement: "a.b.c" } }))
  if (result.kind === "success") {
    expectTypeOf(result.data).toEqualTypeOf<DcrComponents["schemas"]["ClientCredentials"]>()
  }
}

export const withoutNarrowing = async (): Promise<void> => {
  const params = { path: { serviceProvider: "REF30" } }
  const { data, error } = await restV2.GET("/api/v2/{serviceProvider}/configuration", { params })
  if (data !== undefined) expectTypeOf(data).toEqualTypeOf<Schemas["Configuration"]>()
  else expectTypeOf(error).toExtend<Schemas["ErrorBody"] | Schemas["UnspecifiedError"] | string | undefined>()
}

// @ts-expect-error a result that does not know its operation
narrow({ data: {}, response: new Response() })
