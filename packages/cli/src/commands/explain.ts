import { enhancedErrors } from "@tve-pass/client/rest-v2/enhanced-errors"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { CommandFailure } from "../failure/command-failure.ts"
import { Output } from "../output/output.ts"
import { wrapped } from "../output/width.ts"

/** The explanation of a code. */
export interface Explanation {
  readonly code: string
  readonly api: "REST API V2" | "Dynamic Client Registration"
  /** The action that Adobe Pass documents. */
  readonly action?: string
  readonly httpStatus: number
  readonly reaction: string
}

/** The codes of registration and token calls. Source: docs/protocol/dcr.md, sections 4 and 5. */
const dcrErrors: Readonly<Record<string, string>> = {
  invalid_request: "Correct the request: a required member is missing or malformed.",
  invalid_redirect_uri: "Use a redirect URI that the registered application allows, or leave it out.",
  invalid_software_statement:
    "Download the statement again from the TVE Dashboard: it is malformed or of another environment.",
  unapproved_software_statement: "Have Adobe approve the registered application, or create a new statement.",
  invalid_client:
    "The client credentials are unknown to this server: they are registered again automatically, at most once an hour.",
  unauthorized_client: "Have Adobe check the registered application: this client may not use the grant.",
  unsupported_grant_type: "Use the grant type client_credentials."
}

/** Returns the explanation of a code of Adobe Pass, or `undefined` for an unknown code. */
export const explanationOf = (code: string): Explanation | undefined => {
  if (isEnhancedErrorCode(code)) {
    const { action, status, reaction } = enhancedErrors[code]
    return { code, api: "REST API V2", action, httpStatus: status, reaction }
  }
  const reaction = Object.hasOwn(dcrErrors, code) ? dcrErrors[code] : undefined
  return reaction === undefined ? undefined : { code, api: "Dynamic Client Registration", httpStatus: 400, reaction }
}

const isEnhancedErrorCode = (code: string): code is keyof typeof enhancedErrors => Object.hasOwn(enhancedErrors, code)

/** Returns the codes that share the most words with a mistyped code, best first. */
const similarCodes = (code: string): ReadonlyArray<string> => {
  const words = new Set(code.toLowerCase().split(/[^a-z]+/))
  return [...Object.keys(enhancedErrors), ...Object.keys(dcrErrors)]
    .map((known) => ({ known, shared: known.split("_").filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 1)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, 3)
    .map(({ known }) => known)
}

/** Writes the explanation of a code. Fails for an unknown code. */
export const explainCode = Effect.fnUntraced(function* (code: string) {
  const output = yield* Output
  const explanation = explanationOf(code)
  if (explanation === undefined) {
    const similar = similarCodes(code)
    return yield* new CommandFailure({
      ending: "usage",
      code: "unknown-code",
      message: `"${code}" is not a documented code of Adobe Pass.`,
      hint: similar.length > 0 ? `Similar: ${similar.join(", ")}.` : undefined
    })
  }
  const { api, action, httpStatus, reaction } = explanation
  output.result(explanation, () =>
    [
      `${output.styleData("bold", code)}`,
      ...wrapped(
        `${api}, HTTP status ${httpStatus}${action === undefined ? "" : `, action ${action}`}`,
        output.columns ?? 200
      ),
      ...wrapped(reaction, output.columns ?? 200)
    ].join("\n")
  )
})

export const explain = Command.make(
  "explain",
  { code: Argument.String("code").pipe(Argument.withDescription("such as authenticated_profile_expired")) },
  ({ code }) => explainCode(code)
).pipe(
  Command.withDescription("Explains an error code of Adobe Pass and what to do about it. Works offline."),
  Command.withShortDescription("explain an error code"),
  Command.withExamples([{ command: "tve-pass explain authenticated_profile_expired" }])
)
