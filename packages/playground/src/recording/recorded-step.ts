import type {
  DenialReason,
  EndedSignIn,
  PlaybackDecision,
  SignOutStep,
  StartResult,
  ViewerMessageKind
} from "@tve-pass/entitlement/promise"
import type { PhoneNetwork } from "../host/playground-command.ts"
import type { SimulatorCommand } from "../host/perform-command.ts"
import type { TelevisionSetUp } from "../television/set-up.ts"

/** A call that rejected, by what the viewer was shown. */
export interface Failed {
  readonly kind: "failed"
  readonly message: ViewerMessageKind
}

/** How a sign-in ended. */
export type SeenSignIn =
  | { readonly kind: "signed-in"; readonly mvpd: string }
  | { readonly kind: Exclude<EndedSignIn["kind"], "code-ended"> }
  | { readonly kind: "code-ended"; readonly why: "expired" | "superseded" | "refused" }
  | { readonly kind: "sign-in-otherwise"; readonly because: string }
  | Failed

/** What `start` found. */
export type SeenStart =
  | { readonly kind: "signed-in"; readonly mvpd: string }
  | { readonly kind: Exclude<StartResult["kind"], "signed-in"> }
  /** It continues a sign-in with a code, which a restart interrupted. */
  | { readonly kind: "sign-in-resumed" }
  | Failed

/** What a playback decision said. */
export type SeenPlayback =
  | { readonly kind: Exclude<PlaybackDecision["kind"], "deny"> }
  | { readonly kind: "deny"; readonly why: DenialReason; readonly text?: string }
  | Failed

/**
 * Something that a person did in the playground, and what was seen then. Plain JSON. A recording starts with
 * `choose-scenario`; what depends on a run, such as a code or a client id, is not part of it.
 */
export type RecordedStep =
  /** The playground starts in a scenario, with a television that sends nothing yet. */
  | { readonly kind: "choose-scenario"; readonly scenario: string; readonly setUp: TelevisionSetUp }
  /** The television starts with another set-up: another device, application, or single sign-on. */
  | { readonly kind: "set-up-television"; readonly setUp: TelevisionSetUp }
  /** The television's application starts, or starts again, and looks for the viewer's profile. */
  | { readonly kind: "start-application"; readonly seen: SeenStart }
  | { readonly kind: "choose-profile"; readonly mvpd: string }
  /** The viewer opens the list of MVPDs; `seen` has their ids. */
  | { readonly kind: "list-mvpds"; readonly seen: ReadonlyArray<string> | Failed }
  /** The television asks for a code. Without `mvpd` the viewer selects it on the second screen. */
  | { readonly kind: "sign-in-with-code"; readonly mvpd?: string }
  /** The viewer enters the code on the second screen, selects the MVPD if none was chosen, and signs in or declines. */
  | {
      readonly kind: "second-screen"
      readonly does: "sign-in" | "decline"
      readonly mvpd?: string
      readonly viewer?: string
      readonly network?: PhoneNetwork
    }
  | { readonly kind: "cancel-sign-in" }
  /** The sign-in with a code has ended: the television saw the profile, or the reason for which there is none. */
  | { readonly kind: "code-sign-in-ended"; readonly seen: SeenSignIn }
  /** The viewer signs in on the television itself, or closes its browser. */
  | {
      readonly kind: "sign-in-here"
      readonly mvpd: string
      readonly does: "sign-in" | "decline" | "close"
      readonly seen: SeenSignIn
    }
  | { readonly kind: "sign-in-with-partner"; readonly seen: SeenSignIn }
  /** Decisions for the catalogue, in request order. */
  | {
      readonly kind: "decide-catalogue"
      readonly resources: ReadonlyArray<string>
      readonly seen: ReadonlyArray<"permit" | "deny" | "undecided"> | Failed
    }
  | { readonly kind: "play"; readonly resource: string; readonly seen: SeenPlayback }
  /** The viewer watches with a TempPass. */
  | {
      readonly kind: "preview"
      readonly pass: "basic" | "promotional"
      readonly resource: string
      readonly seen: SeenPlayback
    }
  /** The profile is read again; `seen` is its MVPD, or that there is none. */
  | { readonly kind: "refresh-profile"; readonly seen: { readonly mvpd?: string } | Failed }
  | {
      readonly kind: "sign-out"
      readonly seen: ReadonlyArray<{ readonly mvpd: string; readonly kind: SignOutStep["kind"] }> | Failed
    }
  /** Something goes wrong, or changes, behind the application's back. */
  | { readonly kind: "break"; readonly command: SimulatorCommand }
  | { readonly kind: "jump"; readonly milliseconds: number }
