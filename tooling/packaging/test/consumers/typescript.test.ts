import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import { compile, type Resolution } from "../../src/compile.ts"
import { placeConsumer } from "../../src/consumer.ts"
import { successful } from "../../src/run.ts"
import { runAsStranger } from "../../src/stranger.ts"

const folder = placeConsumer("typescript", inject("installed").installations.withoutMsw)

const run = async (outDir: string, script: string): Promise<unknown> =>
  JSON.parse(successful(await runAsStranger(folder, process.execPath, join(outDir, script))))

describe.each<Resolution>(["nodenext", "bundler"])(
  "an application in TypeScript, moduleResolution %s",
  (resolution) => {
    test("compiles with TypeScript 7, runs, and registers once for two starts", async () => {
      const outDir = join(folder, "out", resolution)
      const outcome = await compile({ folder, resolution }, outDir)
      expect(outcome).toEqual({ exitCode: 0, output: "" })
      expect(await run(outDir, "application.js")).toEqual({
        first: {
          result: "the viewer has signed in",
          calls: [
            "registerClient",
            "retrieveAccessToken",
            "retrieveConfiguration",
            "retrieveProfiles",
            "createAuthenticationSession"
          ],
          violations: []
        },
        second: {
          result: "permit with a token: true",
          calls: ["retrieveConfiguration", "retrieveProfiles", "retrieveAuthorizationDecisions"],
          violations: []
        }
      })
      expect(await run(outDir, "with-effect.mjs")).toEqual({
        mvpd: "Cablevision",
        calls: ["registerClient", "retrieveAccessToken", "retrieveConfiguration"],
        failure: "statement-rejected",
        violations: []
      })
    })
  }
)
