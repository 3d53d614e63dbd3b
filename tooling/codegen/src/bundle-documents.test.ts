import { execFileSync } from "node:child_process"
import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import openapiTS, { astToString } from "openapi-typescript"
import { convertV2 } from "openapi-to-postmanv2"
import { beforeAll, describe, expect, it } from "vitest"
import { parse } from "yaml"

const folder = fileURLToPath(new URL("../../../specs/", import.meta.url))

interface Manifest {
  readonly version: string
  readonly exports: Readonly<Record<string, string>>
}

const read = (path: string): string => readFileSync(`${folder}${path}`, "utf8")

beforeAll(() => {
  execFileSync(process.execPath, [fileURLToPath(new URL("./bundle-documents.ts", import.meta.url))])
})

describe("@tve-pass/specs", () => {
  // Boundary: the manifest of this repository.
  const { version, exports } = JSON.parse(read("package.json")) as Manifest

  it("exports each document, and nothing else", () => {
    const written = readdirSync(`${folder}dist`).map((file) => `./dist/${file}`)
    expect(Object.values(exports).filter((path) => path !== "./package.json")).toEqual(written.sort())
  })

  const names = ["dcr", "esm", "proxy-mvpd", "reset-temp-pass", "rest-v2"]

  it.each(names)("has %s in YAML and JSON alike, with no reference to another file, under its own version", (name) => {
    const document = JSON.parse(read(`dist/${name}.json`))
    expect(parse(read(`dist/${name}.yaml`))).toEqual(document)
    expect(document.info.version).toBe(version)
    const references = [...read(`dist/${name}.json`).matchAll(/"\$ref": "([^"]*)"/g)].map(([, target]) => target)
    expect(references.filter((target) => target?.startsWith("#/") !== true)).toEqual([])
  })

  it.each(names)("has %s in a form that openapi-typescript takes", async (name) => {
    const types = astToString(await openapiTS(JSON.parse(read(`dist/${name}.json`))))
    expect(types).toContain("export interface paths")
  })

  it.each(names)("has %s in a form that becomes a Postman collection", async (name) => {
    const collection = await new Promise<string>((resolve, reject) =>
      convertV2({ type: "string", data: read(`dist/${name}.json`) }, {}, (failure, conversion) =>
        conversion?.result === true
          ? resolve(JSON.stringify(conversion.output))
          : reject(failure ?? new Error(conversion?.reason))
      )
    )
    const operations = Object.values<object>(JSON.parse(read(`dist/${name}.json`)).paths).flatMap((item) =>
      Object.keys(item).filter((member) => ["get", "post", "delete"].includes(member))
    )
    expect(collection.split('"method":').length - 1).toBeGreaterThanOrEqual(operations.length)
  })
})
