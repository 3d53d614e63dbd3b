import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { expect, it } from "vitest"
import { parse } from "yaml"
import { controlOperations } from "../../src/control-api/control-operations.ts"
import { startControl } from "./control.ts"

const document = parse(readFileSync(new URL("../../control-api.yaml", import.meta.url), "utf8"))

const ajv = new Ajv2020({ strict: false }).addSchema({ ...document, $id: "control" })
const validate = (pointer: string, value: unknown) => {
  const check = ajv.getSchema(`control#${pointer}`)
  if (check === undefined) throw new Error(`There is no ${pointer}.`)
  return check(value) === true ? [] : check.errors
}

it("describes the paths and methods that there are", () => {
  const described = Object.entries<object>(document.paths).map(([path, methods]) => [
    path.replace("/simulator/", ""),
    Object.keys(methods).map((method) => method.toUpperCase())
  ])
  expect(Object.fromEntries(described)).toEqual(
    Object.fromEntries(Object.entries(controlOperations).map(([path, methods]) => [path, Object.keys(methods)]))
  )
})

it("describes the responses", async () => {
  const { get, post, fetch } = startControl()
  await fetch("http://127.0.0.1:4010/api/v2/REF30/profiles")
  const json = "/content/application~1json/schema"
  for (const name of ["journal", "violations", "coverage", "state"]) {
    const { body } = await get(name)
    expect(validate(`/paths/~1simulator~1${name}/get/responses/200${json}`, body)).toEqual([])
  }
  expect(validate("/components/schemas/Error", (await post("sign-in")).body)).toEqual([])
})

it.each([
  { status: 503, html: true, delay: 5 },
  { reset: true, processed: true },
  { unknownValue: ["a"], clockSkew: -1 }
])("describes the fault %j, which the API takes", async (fault) => {
  expect(validate("/components/schemas/Fault", fault)).toEqual([])
  expect((await startControl().post("faults", { operation: "*", fault })).status).toBe(204)
})
