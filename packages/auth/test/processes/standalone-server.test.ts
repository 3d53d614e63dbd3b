import { describe, expect, it } from "vitest"
import { outcomeOf, prepareApp } from "./app.ts"
import type { Program } from "./child-process.ts"
import { useProcesses } from "./processes.ts"

const { run, serve } = useProcesses()

/** A standalone simulator, throttle and all, and how to run apps against it. */
const startServer = async (port = 0) => {
  const program = serve(port)
  const { origin, softwareStatement } = JSON.parse(await program.nextLine())
  const prepare = () => prepareApp(run, origin, softwareStatement)
  return {
    program,
    port: Number(new URL(origin).port),
    prepare,
    runApp: async () => {
      const app = await prepare()
      app.send("go")
      return outcomeOf(app)
    }
  }
}

const stop = async (program: Program): Promise<void> => {
  program.process.kill("SIGKILL")
  await program.ended
}

describe("against a server of another process", () => {
  it("8 processes register once, and later ones not at all", async () => {
    const { prepare, runApp } = await startServer()
    const apps = await Promise.all(Array.from({ length: 8 }, prepare))
    for (const app of apps) app.send("go")
    const outcomes = await Promise.all(apps.map(outcomeOf))
    expect(outcomes.map(({ result }) => result)).toEqual(Array(8).fill(200))
    expect(outcomes.filter(({ registered }) => registered)).toHaveLength(1)
    expect(await runApp()).toEqual({ result: 200, registered: false, replaced: false })
  })

  it("a server that forgets its clients costs one registration, and not one more in an hour (rule 5)", async () => {
    const first = await startServer()
    expect(await first.runApp()).toEqual({ result: 200, registered: true, replaced: false })
    await stop(first.program)
    const second = await startServer(first.port)
    expect(await second.runApp()).toEqual({ result: 200, registered: true, replaced: true })
    expect(await second.runApp()).toEqual({ result: 200, registered: false, replaced: false })
    await stop(second.program)
    const third = await startServer(first.port)
    expect(await third.runApp()).toEqual({ result: "registration-guarded", registered: false, replaced: false })
  })

  it("a server that is down costs nothing that was stored", async () => {
    const first = await startServer()
    await first.runApp()
    await stop(first.program)
    // The token is good, so that the failure is that of the call itself, and looks like one of `fetch`.
    expect(await first.runApp()).toEqual({ result: "TypeError", registered: false, replaced: false })
    const restarted = await startServer(first.port)
    expect(await restarted.runApp()).toMatchObject({ result: 200, replaced: true })
  })
})
