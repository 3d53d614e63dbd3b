import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const specs = fileURLToPath(new URL("..", import.meta.url))
const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js")

interface Report {
  readonly problems: ReadonlyArray<{
    readonly ruleId: string
    readonly severity: string
    readonly location: ReadonlyArray<{ readonly start: { readonly line: number } }>
  }>
}

/** What the rules of this folder say about a document, as `line rule`; redocly exits 1 when there is something to say. */
const lint = async (fixture: string): Promise<ReadonlyArray<string>> => {
  const report = await new Promise<Report>((resolve, reject) => {
    execFile(
      process.execPath,
      [cli, "lint", `lint/fixtures/${fixture}`, "--config", "redocly.yaml", "--format", "json"],
      { cwd: specs, env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
      (failure, stdout) => (stdout === "" ? reject(failure) : resolve(JSON.parse(stdout)))
    )
  })
  return report.problems
    .map(
      ({ location, ruleId, severity }) => `${location[0]?.start.line} ${ruleId}${severity === "error" ? "" : severity}`
    )
    .sort()
}

const announced = (fixture: string): ReadonlyArray<string> =>
  readFileSync(join(specs, "lint/fixtures", fixture), "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const rules = /# breaks (.+)$/.exec(line)?.[1]?.split(", ") ?? []
      return rules.map((rule) => `${index + 1} ${rule}`)
    })
    .sort()

describe("lint rules", () => {
  it("find nothing in a sound document", async () => {
    expect(await lint("sound.yaml")).toEqual([])
  })

  it("report, as errors, exactly the lines of a broken document that break them", async () => {
    expect(await lint("broken.yaml")).toEqual(announced("broken.yaml"))
  })

  it("are each broken once by the broken document", () => {
    const config = readFileSync(join(specs, "redocly.yaml"), "utf8")
    const ours = [...config.matchAll(/^ {2}((?:rule|tve-pass)\/[\w-]+):/gm)].map(([, rule]) => rule)
    expect(ours).toHaveLength(10)
    const broken = announced("broken.yaml").map((line) => line.split(" ")[1])
    expect(ours.filter((rule) => !broken.includes(rule))).toEqual([])
  })
})
