import type { Exchange } from "../../host/exchange.ts"
import type { ViewerSummary } from "../../messages/frame-message.ts"

/** What is going on, for people who do not know the protocol. */
export interface Explanation {
  readonly title: string
  readonly what: string
  readonly next: string
  /** The requirement of Adobe's checklist that the application obeys here. */
  readonly rule: { readonly id: string; readonly words: string }
}

const rule = (id: string, words: string) => ({ id, words })

/** Explains the state of the viewer on the television, in the light of what was sent last. */
export const explain = (viewer: ViewerSummary | undefined, exchanges: ReadonlyArray<Exchange>): Explanation => {
  const last = exchanges.findLast(({ sender, operation }) => sender === "television" && operation !== undefined)
  const throttled = exchanges.at(-1)?.response?.status === 429
  if (throttled) {
    return {
      title: "Too many requests",
      what: "Adobe Pass has responded with 429: the household has used up its requests.",
      next: "Each device waits a second or longer before it sends anything. Nothing is lost.",
      rule: rule("M-THR-2", "Wait at least one second after each 429.")
    }
  }
  if (viewer === undefined || viewer.name === "unknown" || viewer.name === "starting") return starting
  switch (viewer.name) {
    case "signing-in":
      return signingIn(viewer)
    case "signed-in":
      return signedIn(viewer, last)
    case "choosing-profile":
      return {
        title: "Several profiles",
        what: "The household has signed in at several TV providers.",
        next: "The viewer chooses one of them on the television.",
        rule: rule("R-AUTHN-2", "Support several profiles: ask, or choose one.")
      }
    case "signing-out":
      return {
        title: "Signing out",
        what: "The television deletes the profile at Adobe Pass, because the viewer asked.",
        next: "It follows the action for each TV provider: open its logout page, or show the system settings.",
        rule: rule("M-LOG-2", "Follow the action of each returned entry.")
      }
    case "sign-in-ended":
      return {
        title: "The sign-in has ended",
        what: `It ended without a profile: ${viewer.why ?? "the viewer stopped it"}.`,
        next: "Polling has stopped. The viewer may start another sign-in.",
        rule: rule("M-AUTHN-4", "Stop polling when the code expires.")
      }
    case "failed":
      return {
        title: "A call failed",
        what: `It ended with ${viewer.why ?? "an error"}, after the retries that make sense.`,
        next: "The viewer can try again. No viewer was signed out.",
        rule: rule("R-LOG-1", "An error never signs the viewer out.")
      }
    default:
      return signedOut(viewer, last)
  }
}

const starting: Explanation = {
  title: "Starting",
  what: "The television registers once, gets an access token and looks for a profile.",
  next: "Without a profile, the viewer can sign in.",
  rule: rule("M-REG-2", "Store the client credentials and use them again.")
}

const signedOut = (viewer: ViewerSummary, last: Exchange | undefined): Explanation => {
  if (last?.operation === "retrieveConfiguration") {
    return {
      title: "Selecting a TV provider",
      what: "The television has read the list of MVPDs: it is needed now, and not before.",
      next: "The viewer selects one, and where to sign in.",
      rule: rule("M-CONF-1", "Read the configuration only when the viewer has to select.")
    }
  }
  if (last?.operation === "retrieveAuthorizationDecisions") {
    return {
      title: "Temporary access",
      what: "The television asks for a decision with a TempPass: no sign-in is needed.",
      next: "When the time is over, the application ends the stream itself.",
      rule: rule("M-TP-1", "End the stream when the pass ends: Adobe does not.")
    }
  }
  if (last?.operation === "initiateLogout") {
    return {
      title: "Signed out",
      what: "The television has deleted the profile at Adobe Pass, because the viewer asked.",
      next: "It follows the action for each TV provider: open its logout page, or show the system settings.",
      rule: rule("M-LOG-2", "Follow the action of each returned entry.")
    }
  }
  return {
    title: "Signed out",
    what: `${reasons[viewer.why ?? ""] ?? "There is no profile."} One call has found that out.`,
    next: "The viewer signs in with a phone or on the television, or watches a preview.",
    rule: rule("R-AUTHN-3", "Start with one call for the profiles.")
  }
}

/** Why the viewer is signed out. */
const reasons: Readonly<Record<string, string>> = {
  "first-visit": "No viewer has signed in here yet.",
  expired: "The profile has expired.",
  invalidated: "The TV provider has ended the sign-in.",
  elsewhere: "The viewer has signed out elsewhere.",
  "credentials-replaced": "The client credentials were replaced, and with them the profile is lost."
}

const signingIn = ({ step, mvpd, polls = 0, pausedBy }: ViewerSummary): Explanation => {
  switch (step) {
    case "user-agent":
      return {
        title: "Signing in on the television",
        what: "The television's browser shows the login page of the TV provider. Nothing is polled yet.",
        next: "When the browser reaches redirectUrl, the television asks for the profile.",
        rule: rule("M-AUTHN-1", "Start polling only when redirectUrl is reached.")
      }
    case "partner":
      return {
        title: "Single sign-on with the device",
        what: "The system's framework vouches for the viewer, and Adobe Pass makes a profile of its response.",
        next: "Without permission, the sign-in falls back to a code.",
        rule: rule("M-SSO-4", "Handle the fallback of the partner session.")
      }
    case "confirming":
      return {
        title: "Reading the profile",
        what: "The login has ended, and the television reads the profile.",
        next: "With a profile, the catalogue follows.",
        rule: rule("M-AUTHN-3", "Stop polling when the profile is there.")
      }
    case "session":
      return {
        title: "Requesting a code",
        what: "The television creates an authentication session, which has a code.",
        next: "It shows the code and polls for the profile.",
        rule: rule("M-AUTHN-2", "On a second screen, poll as soon as the code is shown.")
      }
    default:
      return {
        title: "Waiting for the phone",
        what: `The television shows the code${mvpd === undefined ? "" : ` for ${mvpd}`} and has asked ${polls === 1 ? "once" : `${polls} times`} whether the viewer has signed in.${pausedBy === undefined ? "" : ` The last time was of no use: ${pausedBy}.`}`,
        next: "The viewer enters the code on the phone and signs in at the TV provider.",
        rule: rule("M-AUTHN-6", "Poll every 3 to 5 seconds, never faster.")
      }
  }
}

const signedIn = ({ mvpd = "the TV provider", access }: ViewerSummary, last: Exchange | undefined): Explanation => {
  if (last?.operation === "retrieveAuthorizationDecisions") {
    return afterDecision(last)
  }
  return {
    title: `Signed in at ${mvpd}`,
    what: `The profile is ${access === "single-sign-on" ? "shared by single sign-on" : `of the kind "${access ?? "regular"}"`}. Decisions of the catalogue lock tiles, and play nothing.`,
    next: "The viewer selects something to watch.",
    rule: rule("M-PRE-1", "Preauthorize for decoration only.")
  }
}

const afterDecision = ({ response }: Exchange): Explanation => {
  if (response?.body.includes('"authorized":true') === true) {
    return {
      title: "Playing",
      what: "The decision has a media token, which the programmer's backend verifies once.",
      next: "The token may expire while the stream runs. The next playback needs another decision.",
      rule: rule("M-AUTHZ-1", "Get a decision before every playback.")
    }
  }
  if (response?.body.includes('"authorized":false') === true) {
    return {
      title: "Denied",
      what: "The decision is no permit. The television shows the words of the TV provider.",
      next: "The viewer stays signed in, and watches something else.",
      rule: rule("R-AUTHZ-2", "Tell the viewer why, in the words of the MVPD.")
    }
  }
  return {
    title: "No decision",
    what: "There is no decision (yet), so nothing plays.",
    next: "The application repeats the call only where that helps, three times at most.",
    rule: rule("M-AUTHZ-4", "Act on the action of an error. Limit retries.")
  }
}
