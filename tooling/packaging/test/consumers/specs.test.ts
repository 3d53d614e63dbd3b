import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { expect, inject, onTestFinished, test } from "vitest"
import { repositoryRoot } from "../../src/published-packages.ts"
import { runNode, successful } from "../../src/run.ts"

const { everything } = inject("installed").installations
const readme = readFileSync(join(repositoryRoot, "specs/README.md"), "utf8")
const require = createRequire(import.meta.url)

/** Returns the arguments of a command of the README: what a reader types after `npx name`. */
const argumentsOf = (name: string): ReadonlyArray<string> => {
  const command = new RegExp(`\`npx ${name} ([^\`]*)\``).exec(readme)?.[1]
  if (command === undefined) throw new Error(`The README of the specs has no command for ${name}.`)
  return command.split(" ")
}

/** A folder of a user who has installed the packages. */
const openProject = (): string => {
  const folder = mkdtempSync(join(everything.folder, "specs-"))
  symlinkSync(join(everything.folder, "node_modules"), join(folder, "node_modules"), "junction")
  return folder
}

const program = (name: string, path: string, from = require) =>
  join(dirname(from.resolve(`${name}/package.json`)), path)

/** The project with TypeScript 5 that openapi-typescript needs. */
const withTypeScript5 = createRequire(join(repositoryRoot, "tooling/codegen/package.json"))

test("openapi-typescript makes types of the packed document that a program compiles with", () => {
  const folder = openProject()
  const generator = program("openapi-typescript", "bin/cli.js", withTypeScript5)
  successful(runNode(folder, generator, ...argumentsOf("openapi-typescript")))
  writeFileSync(
    join(folder, "program.ts"),
    `import type { operations } from "./rest-v2.js"
type Profiles = operations["retrieveProfiles"]["responses"][200]["content"]["application/json"]
export const mvpds = ({ profiles }: Profiles): ReadonlyArray<string> => Object.keys(profiles ?? {})
`
  )
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", ""]
  expect(successful(runNode(folder, program("typescript", "bin/tsc"), ...options, "program.ts"))).toBe("")
})

test("Prism responds with the examples of the packed document", { timeout: 120_000 }, async () => {
  const folder = openProject()
  const prism = spawn(
    process.execPath,
    [program("@stoplight/prism-cli", "dist/index.js"), ...argumentsOf("@stoplight/prism-cli"), "--port", "0"],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"] }
  )
  onTestFinished(() => void prism.kill())
  let output = ""
  let origin: string | undefined
  while (origin === undefined) {
    const [chunk] = await once(prism.stdout, "data")
    output += String(chunk)
    origin = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1]
  }
  const response = await fetch(`${origin}/api/v2/REF30/configuration`, {
    headers: { authorization: "Bearer token", "AP-Device-Identifier": "fingerprint dHY=" }
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ requestor: { mvpds: expect.any(Array) } })
})
