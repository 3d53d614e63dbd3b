import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { runCommand } from "../src/command.ts"

export interface Outcome {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

/** Runs the demo like `pnpm demo` in a separate process, with only the given settings. */
export function runDemoProcess(settings: Readonly<Record<string, string>>, ...flags: string[]): Promise<Outcome> {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith("ADOBE_PASS_"))
  )
  const child = spawn(process.execPath, [main, ...flags], {
    env: { ...environment, ...settings },
    stdio: ["ignore", "pipe", "pipe"]
  })
  return new Promise((resolve, reject) => {
    let stdout = ""
    let stderr = ""
    child.stdout.on("data", (chunk) => (stdout += String(chunk)))
    child.stderr.on("data", (chunk) => (stderr += String(chunk)))
    child.once("error", reject)
    child.once("close", (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}

/** Runs the demo in this process, so that tests of many settings need not start many processes. */
export async function runDemo(settings: Readonly<Record<string, string>>, ...flags: string[]): Promise<Outcome> {
  const lines: { readonly stdout: string[]; readonly stderr: string[] } = { stdout: [], stderr: [] }
  const exitCode = await runCommand(flags, {
    variables: settings,
    print: (line) => lines.stdout.push(line),
    printError: (line) => lines.stderr.push(line),
    printProgress: () => undefined
  })
  return { exitCode, stdout: text(lines.stdout), stderr: text(lines.stderr) }
}

const text = (lines: ReadonlyArray<string>) => lines.map((line) => `${line}\n`).join("")
