import { spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterEach, describe, expect, it } from "vitest"
import { deviceInfo } from "./backend.ts"

const main = join(import.meta.dirname, "../src/main.ts")
const started: Array<ChildProcess> = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL")
})

const start = (variables: Record<string, string>) => {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [main], { env: { PATH, NODE_COMPILE_CACHE, ...variables } })
  started.push(child)
  const lines: Array<string> = []
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line)
      for (const check of waiting) check()
    })
  }
  const line = (part: string) =>
    new Promise<string>((resolve) => {
      const check = () => {
        const found = lines.find((candidate) => candidate.includes(part))
        if (found !== undefined) resolve(found)
      }
      waiting.add(check)
      check()
    })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  return { child, line, ended }
}

describe("pnpm server", () => {
  it("serves devices against the built-in simulator, and stops in order", async () => {
    const { child, line, ended } = start({ PORT: "0", TRUST_PROXY: "1" })
    const { address } = JSON.parse(await line("listening"))
    const headers = { "X-Device-Info": deviceInfo, "X-Forwarded-For": "198.51.100.7, 203.0.113.9" }
    const { mvpds } = await (await fetch(`${address}/devices/kitchen/mvpds`, { headers })).json()
    expect(mvpds).not.toHaveLength(0)
    const signIn = await fetch(`${address}/devices/kitchen/sign-in`, { method: "POST", headers })
    expect(await signIn.json()).toMatchObject({ code: expect.any(String) })
    child.kill("SIGTERM")
    await line("stopped")
    expect(await ended).toBe(0)
  })

  it.each([
    ["PORT", { PORT: "http" }],
    ["ADOBE_PASS_ENVIRONMENT", { ADOBE_PASS_ENVIRONMENT: "production" }],
    ["ADOBE_PASS_SERVICE_PROVIDER", { ADOBE_PASS_ENVIRONMENT: "release-staging" }],
    ["REDIS_URL", { REDIS_URL: "127.0.0.1:6379" }],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "127.0.0.1:4318" }]
  ])("names a variable %s that is no good, in one line", async (name, variables) => {
    const { line, ended } = start(variables)
    expect(await line(name)).toMatch(/^[^{].*\.$/)
    expect(await ended).toBe(1)
  })
})
