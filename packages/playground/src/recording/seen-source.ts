import type { SeenSignIn, SeenStart } from "./recorded-step.ts"

/** Describes how the application started. */
export const startComment = (seen: SeenStart): string => {
  switch (seen.kind) {
    case "signed-in":
      return `The application starts, and the viewer is signed in with ${seen.mvpd}.`
    case "signed-out":
      return "The application starts, and no viewer is signed in."
    case "several-profiles":
      return "The application starts, and finds several profiles."
    default:
      return "The application starts, and does not find out whether the viewer is signed in."
  }
}

/** Returns the members that a start is expected to have. */
export const startMembers = (seen: SeenStart): object =>
  seen.kind === "signed-in" ? { kind: seen.kind, access: { mvpd: { id: seen.mvpd } } } : { kind: seen.kind }

/** Describes how a sign-in ended. */
export const signInComment = (seen: SeenSignIn): string =>
  seen.kind === "signed-in" ? "The television sees that the viewer has signed in." : "The sign-in has ended."

/** Returns the members that the result of a sign-in is expected to have. */
export const signInMembers = (seen: SeenSignIn): object =>
  seen.kind === "signed-in" ? { kind: seen.kind, access: { mvpd: { id: seen.mvpd } } } : seen

/** What the viewer does in a sign-in on this screen. */
export const hereComment = {
  "sign-in": "signs in on this screen",
  decline: "declines on this screen",
  close: "closes the television's browser"
}

/** Writes milliseconds in the largest unit that divides them. */
export const duration = (milliseconds: number): string => {
  const units = [
    ["hours", 3_600_000],
    ["minutes", 60_000],
    ["seconds", 1_000]
  ] as const
  const [unit, length] = units.find(([, candidate]) => milliseconds % candidate === 0) ?? ["milliseconds", 1]
  return `${milliseconds / length} ${unit}`
}
