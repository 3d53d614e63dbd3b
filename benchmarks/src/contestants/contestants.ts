import type { Contestant } from "../contestant.ts"
import type { Cell } from "../report/row.ts"
import { azure } from "./azure.ts"
import { badgateway } from "./badgateway.ts"
import { effectHttpClient } from "./effect-http-client.ts"
import { google } from "./google.ts"
import { ky } from "./ky.ts"
import { mcp } from "./mcp.ts"
import { msal } from "./msal.ts"
import { oauth4webapi } from "./oauth4webapi.ts"
import { octokit } from "./octokit.ts"
import { ofetch, ofetchWithThrottle } from "./ofetch.ts"
import { openapiFetch } from "./openapi-fetch.ts"
import { openidClient } from "./openid-client.ts"
import { tvePass } from "./tve-pass.ts"

/** Ours first, then the peers. */
export const contestants: ReadonlyArray<Contestant> = [
  tvePass,
  openidClient,
  oauth4webapi,
  azure,
  google,
  msal,
  octokit,
  badgateway,
  mcp,
  ofetch,
  ofetchWithThrottle,
  openapiFetch,
  ky,
  effectHttpClient
]

/** Measures all libraries together. */
export const measureEach = async <Result>(
  measure: (contestant: Contestant) => Promise<Result>
): Promise<ReadonlyMap<string, Result>> =>
  new Map(
    await Promise.all(
      contestants.map(async (contestant): Promise<readonly [string, Result]> => {
        try {
          return [contestant.name, await measure(contestant)]
        } catch (error) {
          throw new Error(`Failed to measure ${contestant.name}: ${error}`, { cause: error })
        }
      })
    )
  )

/** One cell for each library. */
export const cellsOf = <Result>(
  results: ReadonlyMap<string, Result>,
  cellOf: (result: Result, contestant: Contestant) => Cell
): { readonly [contestant: string]: Cell } =>
  Object.fromEntries(
    contestants.map((contestant) => {
      const result = results.get(contestant.name)
      if (result === undefined) throw new Error(`${contestant.name} was not measured`)
      return [contestant.name, cellOf(result, contestant)]
    })
  )
