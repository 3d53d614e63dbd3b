import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { ApiReference } from "../src/reference/build-api-reference.ts"
import { entryPoints } from "../src/reference/entry-points.ts"

/** Runs the command as `pnpm api-reference` does. */
const run = (...options: ReadonlyArray<string>) =>
  spawnSync(process.execPath, [fileURLToPath(new URL("../src/api-reference.ts", import.meta.url)), ...options], {
    encoding: "utf8"
  })

const folder = mkdtempSync(join(tmpdir(), "api-reference-"))
let reference: ApiReference

beforeAll(() => {
  // Boundary: what the command prints.
  reference = JSON.parse(run("--json", "--out", folder).stdout) as ApiReference
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a reader sees of a page's first comment, without markup. */
const descriptionIn = (page: string): string | undefined =>
  /<div class="tsd-comment tsd-typography"><p>([^]*?)<\/p>/
    .exec(readFileSync(join(folder, page), "utf8"))?.[1]
    ?.replaceAll(/<[^>]*>/g, "")

const pageOf = (name: string): string => name.replaceAll(/[@/]/g, "_")

describe("the API reference", () => {
  it("has no dead link and no export without a docstring", () => {
    expect(reference.warnings).toStrictEqual([])
  })

  it("says where it is", () => {
    expect(reference.folder).toBe(folder)

    expect(reference.pages).toBeGreaterThan(300)
  })

  it.each(entryPoints())("describes $name on a page and on the front page", ({ name }) => {
    const page = `modules/${pageOf(name)}.html`
    expect(descriptionIn(page)).toMatch(/^\w.*\.$/s)
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain(`<a href="${page}"`)
  })

  it.each([
    ["functions", "@tve-pass/client", "deviceInfoHeader"],
    ["functions", "@tve-pass/client", "match"],
    ["functions", "@tve-pass/client", "narrow"],
    ["functions", "@tve-pass/client/dcr", "createDcrClient"],
    ["functions", "@tve-pass/client/rest-v2", "createRestV2Client"],
    ["functions", "@tve-pass/client/rest-v2", "readDecisions"],
    ["interfaces", "@tve-pass/client/rest-v2", "operations"],
    ["variables", "@tve-pass/client/rest-v2/enhanced-errors", "enhancedErrors"],
    ["functions", "@tve-pass/auth/promise", "createAdobePass"],
    ["functions", "@tve-pass/auth/promise", "createDevicePool"],
    ["functions", "@tve-pass/auth", "AdobePass.layer"],
    ["classes", "@tve-pass/auth", "AuthError"],
    ["interfaces", "@tve-pass/auth", "CustomStore"],
    ["functions", "@tve-pass/auth/file", "directoryStore"],
    ["functions", "@tve-pass/testing", "createSimulator"],
    ["functions", "@tve-pass/testing/server", "startSimulatorServer"]
  ])("has a page in %s with a description of %s %s", (kind, module, name) => {
    expect(descriptionIn(`${kind}/${pageOf(module)}.${name}.html`)).toMatch(/^\w.{20,}/s)
  })

  it("shows the descriptions of the specs", () => {
    const page = readFileSync(join(folder, "interfaces/_tve-pass_client_dcr.components.html"), "utf8")
    expect(page).toContain("Lifetime in <strong>seconds</strong> from issue.")
    expect(page).not.toContain("@description")
  })

  it("loads nothing from elsewhere", () => {
    const loaded = readFileSync(join(folder, "index.html"), "utf8").matchAll(
      /(?:<script|<link|<img)[^>]*(?:src|href)="([^"]*)"/g
    )
    const addresses = [...loaded].map(([, address = ""]) => address)
    expect(addresses.length).toBeGreaterThan(3)
    expect(addresses.filter((address) => !existsSync(join(folder, address)))).toStrictEqual([])
  })
})

describe("the command", () => {
  it("explains itself", () => {
    const { status, stdout } = run("--help")
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: pnpm api-reference/)
  })

  it("says in one line what is wrong with its options", () => {
    const { status, stderr } = run("--output", "somewhere")
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Failed to build the API reference: Unknown option '--output'.*\n$/)
  })
})
