import { writeFile } from "node:fs/promises"
import { arch, platform, release } from "node:os"
import { resolve } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { attempt, connect } from "../connection/connect.ts"
import { hasDeviceIdentifier } from "../connection/device.ts"
import { localChecks } from "../doctor/local-checks.ts"
import { onlineChecks } from "../doctor/online-checks.ts"
import { runChecks, type Finding } from "../doctor/run-checks.ts"
import { CommandEnded, usageFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { Output, type Output as OutputService } from "../output/output.ts"
import { wrapped } from "../output/width.ts"
import { packageVersion } from "../package-version.ts"
import { optional, root, toggle } from "../root.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { storeDirectoryOf } from "../settings/required-settings.ts"
import type { Settings } from "../settings/resolve-settings.ts"

export const doctor = Command.make(
  "doctor",
  {
    offline: toggle("offline", "send nothing"),
    bundle: optional("bundle", "FILE", "also write the report, without secrets, to a new file")
  },
  Effect.fnUntraced(function* ({ offline, bundle }) {
    const output = yield* Output
    const host = yield* Host
    const { as } = yield* root
    const settings = yield* currentSettings
    // A device without an identifier has no credentials either, and this command must not write one.
    const isKnown = yield* attempt(
      async () =>
        settings.device !== undefined ||
        (await hasDeviceIdentifier(directoryStore(storeDirectoryOf(settings, as, host))))
    )
    const connection = isKnown ? Option.getOrUndefined(yield* Effect.option(connect)) : undefined
    const checks = [...localChecks, ...onlineChecks].filter(({ online }) => !offline || !online)
    const findings = yield* attempt((signal) =>
      runChecks(checks, { host, settings, as, connection }, signal, (finding) => {
        if (!output.json) output.data(findingText(finding, output))
      })
    )
    if (output.json) output.result({ schema: 1, checks: findings }, () => "")
    const count = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length
    output.say(
      `${count("passed")} passed, ${count("warning")} ${count("warning") === 1 ? "warning" : "warnings"}, ${count("failed")} failed, ${count("skipped")} skipped.`
    )
    if (bundle !== undefined) yield* writeReport(resolve(host.directory, bundle), settings, findings)
    if (count("failed") > 0) return yield* new CommandEnded({ ending: "failed" })
    if (count("warning") > 0) return yield* new CommandEnded({ ending: "warnings" })
  })
).pipe(
  Command.withDescription(
    "Checks, from the inside out, everything that a call to Adobe Pass needs, and says what would correct it. Changes nothing and never registers."
  ),
  Command.withShortDescription("find out what is wrong"),
  Command.withExamples([{ command: "tve-pass doctor --bundle report.json" }])
)

const marks = {
  passed: ["green", "✓"],
  warning: ["yellow", "!"],
  failed: ["red", "✗"],
  skipped: ["dim", "–"]
} as const

/** Returns a finding in lines that fit the terminal: mark, id, observation, and below it the remedy. */
const findingText = ({ id, status, observed, remedy }: Finding, { columns, styleData }: OutputService): string => {
  const [color, mark] = marks[status]
  const indent = "  ".padEnd(17)
  const width = (columns ?? Number.POSITIVE_INFINITY) - indent.length
  const isNarrow = width < 30
  const lines = isNarrow
    ? [`${styleData(color, mark)} ${id}`, ...wrapped(observed, (columns ?? 80) - 4).map((line) => `    ${line}`)]
    : wrapped(observed, width).map((line, index) =>
        index === 0 ? `${styleData(color, mark)} ${id.padEnd(15)}${line}` : `${indent}${line}`
      )
  if (remedy === undefined || status === "passed") return lines.join("\n")
  const below = isNarrow ? "    " : indent
  return [
    ...lines,
    ...wrapped(`→ ${remedy}`, (columns ?? Number.POSITIVE_INFINITY) - below.length).map((line) => below + line)
  ].join("\n")
}

/** Writes the findings and the sources of the settings, for a support ticket. Omits the values of secret settings. */
const writeReport = Effect.fnUntraced(function* (path: string, settings: Settings, findings: ReadonlyArray<Finding>) {
  const output = yield* Output
  const report = {
    schema: 1,
    writtenAt: new Date().toISOString(),
    version: packageVersion(),
    node: process.versions.node,
    system: `${platform()} ${release()} ${arch()}`,
    settings: Object.fromEntries(
      Object.entries(settings).map(([name, { value, source }]) => [
        name,
        name === "softwareStatement" ? { source } : { value, source }
      ])
    ),
    checks: findings
  }
  yield* Effect.tryPromise({
    try: () => writeFile(path, `${JSON.stringify(report, undefined, 2)}\n`, { flag: "wx", mode: 0o600 }),
    catch: (error) => {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unwritable"
      return usageFailure(
        code === "EEXIST" ? `${path} exists already.` : `${path} cannot be written (${code}).`,
        "Choose another file for --bundle."
      )
    }
  })
  output.say(`Wrote ${path}: version, system, settings without secrets, and the checks above.`)
})
