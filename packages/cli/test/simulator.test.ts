import { describe, expect, it } from "vitest"
import { makeDesk } from "./support/run.ts"

describe("tve-pass simulator", () => {
  it("serves until it is interrupted, and says where", async () => {
    const { run } = await makeDesk()
    let origin = ""
    const { exitCode, stdout, stderr } = await run("simulator --port 0 --json --strict --no-throttle", {
      interruptAt: '"origin"',
      // Its statement is an example that it prints for its users.
      reveals: true,
      onOutput: (text) => {
        origin = JSON.parse(text).origin
      }
    })
    expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: "" })
    expect(JSON.parse(stdout)).toMatchObject({
      origin,
      version: "0.0.0",
      serviceProvider: "REF30",
      mvpd: "Cablevision"
    })
    // The server has closed before the command has ended.
    await expect(fetch(origin)).rejects.toThrow("fetch failed")
  })

  it("ends with its standard input if asked to: 0", async () => {
    const { run } = await makeDesk()
    const { exitCode, stdout } = await run("simulator --port 0 --exit-with-stdin", { stdin: "", reveals: true })
    expect(exitCode).toBe(0)
    expect(stdout).toContain("Adobe Pass simulator 0.0.0 at http://127.0.0.1:")
  })

  it("lists its scenarios, and refuses one that there is not", async () => {
    const { run } = await makeDesk()
    expect((await run("simulator --list-scenarios")).stdout).toContain("second-screen")
    const { exitCode, stderr } = await run("simulator --scenario nowhere")
    expect(exitCode).toBe(2)
    expect(stderr).toContain("tve-pass simulator: Unknown scenario 'nowhere'")
  })

  it("fails where it cannot listen: 1", async () => {
    const { run } = await makeDesk()
    const { exitCode, stderr } = await run("simulator --host nowhere.invalid --port 0")
    expect(exitCode).toBe(1)
    expect(stderr).toContain("tve-pass simulator: Failed to listen on nowhere.invalid port 0")
  })
})
