import {
  viewerMessage,
  type PartnerSignInResult,
  type PlaybackDecision,
  type StartResult
} from "@tve-pass/entitlement/promise"
import type { Failed, RecordedStep, SeenPlayback, SeenSignIn, SeenStart } from "../recording/recorded-step.ts"

/** Returns how a sign-in ended, for a recording. */
export const seenSignIn = (result: PartnerSignInResult): SeenSignIn => {
  switch (result.kind) {
    case "signed-in":
      return { kind: "signed-in", mvpd: result.access.mvpd.id }
    case "code-ended":
      return { kind: "code-ended", why: result.why }
    case "sign-in-otherwise":
      return { kind: "sign-in-otherwise", because: result.because }
    default:
      return { kind: result.kind }
  }
}

/** Returns what the start of the application found, for a recording. */
export const seenStart = (result: StartResult): SeenStart =>
  result.kind === "signed-in" ? { kind: "signed-in", mvpd: result.access.mvpd.id } : { kind: result.kind }

/** Returns what a playback decision said, for a recording. */
export const seenPlayback = (decision: PlaybackDecision): SeenPlayback => {
  if (decision.kind !== "deny") return { kind: decision.kind }
  const { why, text } = decision
  return { kind: "deny", why, ...(text === undefined ? {} : { text }) }
}

/** Performs an action and records what was seen, also if it fails. */
export const recordSeen = async <Value, Seen>(
  record: (step: RecordedStep) => void,
  action: Promise<Value>,
  seenOf: (value: Value) => Seen,
  stepOf: (seen: Seen | Failed) => RecordedStep
): Promise<Value> => {
  try {
    const value = await action
    record(stepOf(seenOf(value)))
    return value
  } catch (failure) {
    record(stepOf({ kind: "failed", message: viewerMessage(failure).kind }))
    throw failure
  }
}
