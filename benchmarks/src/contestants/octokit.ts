import { generateKeyPairSync } from "node:crypto"
import { createAppAuth } from "@octokit/auth-app"
import { Octokit } from "@octokit/core"
import { retry } from "@octokit/plugin-retry"
import { throttling } from "@octokit/plugin-throttling"
import type { Contestant } from "../contestant.ts"
import { deviceHeaders } from "../network/request.ts"
import { reportedStatus } from "./read-json.ts"

/** A key of this run, which signs assertions. */
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString()

const silent = (): void => {}

// Both plugins and the authentication share pending and limited calls by these numbers; each application has another.
let installations = 0

/** A GitHub App with both plugins, whose handlers are those of their documentation. */
export const octokit: Contestant = {
  name: "octokit",
  kind: "OAuth libraries",
  packages: ["@octokit/core", "@octokit/auth-app", "@octokit/plugin-throttling", "@octokit/plugin-retry"],
  bundleEntry: `export { createAppAuth } from "@octokit/auth-app"
export { Octokit } from "@octokit/core"
export { retry } from "@octokit/plugin-retry"
export { throttling } from "@octokit/plugin-throttling"`,
  givenCredentials: "does not register: gets an app id and a key",
  ignoresLifetime: "keeps a token for 59 minutes and ignores its lifetime",
  waitsInside: "each call also waits some 15 ms for the timers of its rate limiter",
  create: async ({ origin, fetch }) => {
    const installationId = ++installations
    const client = new (Octokit.plugin(throttling, retry))({
      baseUrl: origin,
      authStrategy: createAppAuth,
      auth: { appId: 1, privateKey: privateKey, installationId },
      request: { fetch },
      log: { debug: silent, info: silent, warn: silent, error: silent },
      throttle: {
        id: `installation ${installationId}`,
        onRateLimit: (_retryAfter, _options, _octokit, retryCount) => retryCount < 1,
        onSecondaryRateLimit: () => {}
      }
    })
    return {
      call: (path, { signal } = {}) =>
        reportedStatus(async () => {
          const request = signal === undefined ? {} : { signal }
          return (await client.request(`GET ${path}`, { headers: deviceHeaders, request })).status
        })
    }
  }
}
