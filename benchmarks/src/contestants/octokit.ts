import { createAppAuth } from "@octokit/auth-app"
import { Octokit } from "@octokit/core"
import { retry } from "@octokit/plugin-retry"
import { throttling } from "@octokit/plugin-throttling"
import type { Contestant } from "../contestant.ts"
import { privateKey } from "./private-key.ts"
import { reportedStatus } from "./reported-status.ts"
import { staticBearer } from "./static-bearer.ts"

const silent = (): void => {}

// Both plugins and the authentication share what is pending and limited by these; an application is one of its own.
let installations = 0

/** A GitHub App with both plugins, whose handlers are those of their documentation. */
export const octokit: Contestant = {
  name: "octokit",
  packages: ["@octokit/core", "@octokit/auth-app", "@octokit/plugin-throttling", "@octokit/plugin-retry"],
  bundleEntry: `export { createAppAuth } from "@octokit/auth-app"
export { Octokit } from "@octokit/core"
export { retry } from "@octokit/plugin-retry"
export { throttling } from "@octokit/plugin-throttling"`,
  givenCredentials: "knows no registration: is given an app id and a key",
  ignoresLifetime: "keeps a token for 59 minutes, whatever its lifetime",
  waitsInside: "nearly all of it is spent waiting for the timers of its rate limiter",
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
        reportedStatus(
          async () => (await client.request(`GET ${path}`, { request: signal === undefined ? {} : { signal } })).status
        ),
      callWithStaticBearer: staticBearer({ origin, fetch })
    }
  }
}
