import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { attempt } from "../connection/connect.ts"
import { CommandEnded, CommandFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { optional } from "../root.ts"

export const playground = Command.make(
  "playground",
  {
    port: optional("port", "NUMBER", "port to listen on; 0 takes any free one (default 4020)"),
    host: optional("host", "ADDRESS", "address to listen on (default 127.0.0.1: this machine only)"),
    scenario: optional("scenario", "NAME", "start in a situation that viewers meet")
  },
  Effect.fnUntraced(function* (flags) {
    const { directory, runCommand } = yield* Host
    const { json } = yield* Output
    const script = yield* Effect.promise(() => findPlayground(directory))
    if (script === undefined) {
      return yield* new CommandFailure({
        ending: "failed",
        code: "playground-not-installed",
        message: "@tve-pass/playground is not installed here.",
        hint: "Run: npx @tve-pass/playground"
      })
    }
    const given = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))
    const line = [process.execPath, script, ...given, ...(json ? ["--json"] : [])].map(quoted).join(" ")
    const exitCode = yield* attempt((signal) => runCommand(line, "", { stdout: true, signal }))
    if (exitCode !== 0) return yield* new CommandEnded({ ending: exitCode === 2 ? "usage" : "failed" })
  })
).pipe(
  Command.withDescription(
    "Opens a page with a television, a phone and everything that goes over the wire, against a simulated Adobe Pass. Needs @tve-pass/playground in this project; npx @tve-pass/playground does the same without it."
  ),
  Command.withShortDescription("click through the flows in a browser"),
  Command.withExamples([{ command: "tve-pass playground --scenario second-screen" }])
)

/** Quotes an argument for the shells of all systems. */
const quoted = (argument: string): string =>
  process.platform === "win32"
    ? `"${argument.replaceAll('"', "")}"`
    : `"${argument.replaceAll(/["$`\\]/g, (character) => `\\${character}`)}"`

/** Returns the script of the playground that the project has installed, or `undefined`. */
const findPlayground = async (directory: string): Promise<string | undefined> => {
  const folder = join(directory, "node_modules/@tve-pass/playground")
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"))
    const bin = typeof manifest === "object" && manifest !== null && "bin" in manifest ? manifest.bin : undefined
    const script = typeof bin === "object" && bin !== null ? Object.values(bin)[0] : undefined
    return typeof script === "string" ? join(folder, script) : undefined
  } catch {
    const parent = dirname(directory)
    return parent === directory ? undefined : findPlayground(parent)
  }
}
