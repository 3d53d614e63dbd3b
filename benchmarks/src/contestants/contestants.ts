import type { Contestant } from "../contestant.ts"
import { azure } from "./azure.ts"
import { badgateway } from "./badgateway.ts"
import { google } from "./google.ts"
import { mcp } from "./mcp.ts"
import { msal } from "./msal.ts"
import { oauth4webapi } from "./oauth4webapi.ts"
import { octokit } from "./octokit.ts"
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
  mcp
]
