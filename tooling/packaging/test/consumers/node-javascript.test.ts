import { join } from "node:path"
import { expect, inject, test } from "vitest"
import { placeConsumer } from "../../src/consumer.ts"
import { olderNode } from "../../src/node-versions.ts"
import { successful } from "../../src/run.ts"
import { runAsStranger } from "../../src/stranger.ts"

const { installations, packed } = inject("installed")
const folder = placeConsumer("node-javascript", installations.withoutMsw)

const oldestMajor = Math.max(
  ...packed.map(({ manifest }) => Number(/^>=(\d+)$/.exec(manifest.engines?.["node"] ?? "")?.[1]))
)
const older = olderNode(oldestMajor)
if (older === undefined) {
  console.warn(`NOTICE: only Node ${process.versions.node} is in the path, so nothing runs on Node ${oldestMajor}.`)
}

/** A start that finds nothing, and one that finds what the first has stored. */
const expected = {
  first: {
    mvpd: "Cablevision",
    signedInWith: "Cablevision",
    calls: [
      "registerClient",
      "retrieveAccessToken",
      "retrieveConfiguration",
      "retrieveProfiles",
      "createAuthenticationSession",
      "retrieveProfileForCode"
    ],
    violations: []
  },
  second: {
    mvpd: "Cablevision",
    signedInWith: "Cablevision",
    calls: ["retrieveConfiguration", "retrieveProfiles"],
    violations: []
  }
}

const run = async (node: string, directory: string): Promise<unknown> =>
  JSON.parse(successful(await runAsStranger(folder, node, "main.js", join(folder, directory))))

test(`plain JavaScript on Node ${process.versions.node} registers once for two starts`, async () => {
  expect(await run(process.execPath, "state-of-ours")).toEqual(expected)
})

test.skipIf(older === undefined)(`plain JavaScript on Node ${older?.version ?? oldestMajor}, likewise`, async () => {
  expect(await run(older?.path ?? "", "state-of-older")).toEqual(expected)
})
