import type { ClockReading } from "../clock/scaled-clock.ts"
import type { Sender } from "../host/exchange.ts"
import type { RecordedStep } from "../recording/recorded-step.ts"

/** What the page of the playground tells the devices in its frames. */
export type MessageToDevice =
  | { readonly kind: "clock"; readonly reading: ClockReading }
  /** A key of the on-screen remote control. */
  | { readonly kind: "key"; readonly key: RemoteKey }

/** Keys of a remote control, by their names in keyboard events. */
export type RemoteKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Enter" | "Escape"

/** What a device tells the page of the playground. */
export type MessageFromDevice =
  | { readonly kind: "viewer"; readonly viewer: ViewerSummary }
  /** A request waited on the device, for its turn in the throttle. */
  | { readonly kind: "waited"; readonly sender: Sender; readonly at: number; readonly milliseconds: number }
  /** What the viewer did, and what was seen then. */
  | { readonly kind: "step"; readonly step: RecordedStep }
  /** The user agent has reached `redirectUrl`. */
  | { readonly kind: "redirect-reached" }

/** The state of the viewer on the television, without what cannot be cloned. */
export interface ViewerSummary {
  readonly name: string
  readonly how?: string
  readonly step?: string
  readonly mvpd?: string
  readonly access?: string
  readonly code?: string
  readonly endsAt?: number
  readonly polls?: number
  readonly pausedBy?: string
  /** Why the viewer is signed out, how a sign-in ended, or the code of a failure. */
  readonly why?: string
}

/** Sends a message to the page that contains this one, if it is the playground's. */
export const postToParent = (message: MessageFromDevice): void => {
  if (window.parent !== window) window.parent.postMessage(message, location.origin)
}

/** Listens to messages of the same origin. Returns how to stop. */
export const onFrameMessage = <Message extends MessageToDevice | MessageFromDevice>(
  listener: (message: Message, source: MessageEventSource | null) => void
): (() => void) => {
  const receive = ({ origin, data, source }: MessageEvent<unknown>) => {
    if (origin !== location.origin || typeof data !== "object" || data === null || !("kind" in data)) return
    // Boundary: the same origin serves only these pages.
    listener(data as Message, source)
  }
  window.addEventListener("message", receive)
  return () => window.removeEventListener("message", receive)
}
