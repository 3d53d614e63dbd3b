import type { CodeSignIn, ShowingCode } from "../../src/sign-in/code-sign-in.ts"

/** The code that a sign-in shows; throws if it shows none. */
export const shownBy = (signIn: CodeSignIn | undefined): ShowingCode => {
  const step = signIn?.getSnapshot()
  if (step?.step !== "showing-code") throw new Error(`It shows no code: ${step?.step}`)
  return step
}
