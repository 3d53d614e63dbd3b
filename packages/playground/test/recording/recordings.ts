import type { RecordedStep } from "../../src/recording/recorded-step.ts"
import { setUpOf } from "../../src/television/set-up.ts"

const begin = (scenario: string): RecordedStep => ({ kind: "choose-scenario", scenario, setUp: setUpOf(scenario) })
const signedOut: RecordedStep = { kind: "start-application", seen: { kind: "signed-out" } }
const signedIn = (mvpd = "Cablevision"): RecordedStep => ({
  kind: "start-application",
  seen: { kind: "signed-in", mvpd }
})
const permit = (resource = "REF30"): RecordedStep => ({ kind: "play", resource, seen: { kind: "permit" } })
const byCode = (mvpd = "Cablevision"): ReadonlyArray<RecordedStep> => [
  { kind: "sign-in-with-code", mvpd },
  { kind: "second-screen", does: "sign-in" },
  { kind: "code-sign-in-ended", seen: { kind: "signed-in", mvpd } }
]

/** Recordings that contain each kind of step, as the playground makes them. */
export const recordings: Readonly<Record<string, ReadonlyArray<RecordedStep>>> = {
  "a first visit": [
    begin("first-launch"),
    signedOut,
    {
      kind: "list-mvpds",
      seen: ["Cablevision", "Spectrum", "Dish", "AdobeShibboleth", "AdobePass_SMI"]
    },
    ...byCode(),
    {
      kind: "decide-catalogue",
      resources: ["REF30", "sports", "movies", "premium", "late-night"],
      seen: ["permit", "permit", "permit", "permit", "permit"]
    },
    permit(),
    { kind: "refresh-profile", seen: { mvpd: "Cablevision" } },
    { kind: "sign-out", seen: [{ mvpd: "Cablevision", kind: "open" }] },
    { kind: "refresh-profile", seen: {} }
  ],
  "a second screen that selects the MVPD": [
    begin("second-screen"),
    signedOut,
    { kind: "sign-in-with-code" },
    { kind: "second-screen", does: "sign-in", mvpd: "Dish", network: "mobile" },
    { kind: "code-sign-in-ended", seen: { kind: "signed-in", mvpd: "Dish" } },
    { kind: "sign-out", seen: [{ mvpd: "Dish", kind: "nothing" }] }
  ],
  "a sign-in that is cancelled, and another on this screen": [
    begin("first-launch"),
    signedOut,
    { kind: "sign-in-with-code", mvpd: "Spectrum" },
    { kind: "cancel-sign-in" },
    { kind: "code-sign-in-ended", seen: { kind: "cancelled" } },
    { kind: "sign-in-here", mvpd: "Spectrum", does: "close", seen: { kind: "not-finished" } },
    { kind: "sign-in-here", mvpd: "Spectrum", does: "sign-in", seen: { kind: "signed-in", mvpd: "Spectrum" } },
    permit("sports")
  ],
  "several profiles": [
    begin("several-profiles"),
    { kind: "start-application", seen: { kind: "several-profiles" } },
    { kind: "choose-profile", mvpd: "Spectrum" },
    permit()
  ],
  "a restart during a sign-in": [
    begin("first-launch"),
    signedOut,
    { kind: "sign-in-with-code", mvpd: "Cablevision" },
    { kind: "start-application", seen: { kind: "sign-in-resumed" } },
    { kind: "second-screen", does: "sign-in" },
    { kind: "code-sign-in-ended", seen: { kind: "signed-in", mvpd: "Cablevision" } }
  ],
  "a code that expires": [
    begin("first-launch"),
    signedOut,
    { kind: "sign-in-with-code", mvpd: "Cablevision" },
    { kind: "second-screen", does: "decline" },
    { kind: "jump", milliseconds: 3_600_000 },
    { kind: "code-sign-in-ended", seen: { kind: "code-ended", why: "expired" } }
  ],
  "temporary access": [
    begin("temp-pass-offered"),
    signedOut,
    { kind: "preview", pass: "basic", resource: "REF30", seen: { kind: "permit" } },
    {
      kind: "break",
      command: {
        kind: "control",
        control: "exhaustTemporaryAccess",
        values: [{ mvpd: "TempPass_TEST40", deviceIdentifier: "x" }]
      }
    },
    { kind: "preview", pass: "basic", resource: "REF30", seen: { kind: "pass-used-up" } },
    { kind: "preview", pass: "promotional", resource: "sports", seen: { kind: "permit" } },
    {
      kind: "break",
      command: { kind: "control", control: "resetTemporaryAccess", values: [{ mvpd: "TempPass_TEST40" }] }
    },
    { kind: "preview", pass: "basic", resource: "REF30", seen: { kind: "permit" } }
  ],
  "a denial with the words of the MVPD": [
    begin("returning-viewer"),
    signedIn(),
    {
      kind: "break",
      command: {
        kind: "rule",
        mvpd: "Cablevision",
        resource: "premium",
        decision: "deny",
        details: "Premium is not part of your package."
      }
    },
    {
      kind: "play",
      resource: "premium",
      seen: { kind: "deny", why: "mvpd", text: "Premium is not part of your package." }
    },
    {
      kind: "break",
      command: {
        kind: "control",
        control: "degrade",
        values: [{ mvpd: "Cablevision", rule: "AuthZAll" }]
      }
    },
    permit("premium"),
    { kind: "break", command: { kind: "control", control: "endDegradation", values: [{ mvpd: "Cablevision" }] } },
    { kind: "break", command: { kind: "control", control: "expireProfiles", values: [] } },
    { kind: "play", resource: "REF30", seen: { kind: "sign-in-again" } },
    {
      kind: "break",
      command: {
        kind: "control",
        control: "grantProfile",
        values: [{ clientId: "x", deviceIdentifier: "y", mvpd: "Cablevision" }]
      }
    },
    signedIn(),
    permit()
  ],
  "faults and revocations": [
    begin("returning-viewer"),
    signedIn(),
    {
      kind: "break",
      command: {
        kind: "fault",
        operation: "retrieveAuthorizationDecisions",
        fault: { status: 503 },
        calls: { next: 10 }
      }
    },
    { kind: "play", resource: "REF30", seen: { kind: "try-later" } },
    { kind: "break", command: { kind: "clear-faults" } },
    permit(),
    { kind: "break", command: { kind: "control", control: "revokeTokens", values: [] } },
    permit(),
    { kind: "break", command: { kind: "fault", operation: "*", fault: { reset: true }, calls: { next: 1 } } },
    { kind: "sign-out", seen: { kind: "failed", message: "check-network" } },
    { kind: "sign-out", seen: [{ mvpd: "Cablevision", kind: "open" }] }
  ],
  "a fault of the second call, and of every call": [
    begin("returning-viewer"),
    signedIn(),
    {
      kind: "break",
      command: {
        kind: "fault",
        operation: "retrieveAuthorizationDecisions",
        fault: { missingDecisions: "decisions" },
        calls: { nth: 2 }
      }
    },
    permit(),
    { kind: "play", resource: "sports", seen: { kind: "undecided" } },
    permit("movies"),
    {
      kind: "break",
      command: {
        kind: "fault",
        operation: "retrieveAuthorizationDecisions",
        fault: { status: 503 },
        calls: { probability: 1 }
      }
    },
    { kind: "play", resource: "REF30", seen: { kind: "try-later" } },
    { kind: "break", command: { kind: "clear-faults" } },
    permit()
  ],
  "credentials that are revoked": [
    begin("returning-viewer"),
    signedIn(),
    { kind: "break", command: { kind: "control", control: "revokeClient", values: ["x"] } },
    { kind: "play", resource: "REF30", seen: { kind: "sign-in-again" } },
    { kind: "break", command: { kind: "control", control: "disableIntegration", values: [{ mvpd: "Cablevision" }] } },
    { kind: "break", command: { kind: "control", control: "enableIntegration", values: [{ mvpd: "Cablevision" }] } },
    { kind: "break", command: { kind: "control", control: "invalidateProfiles", values: [] } },
    signedOut
  ],
  "controls in the middle of a sign-in": [
    begin("first-launch"),
    signedOut,
    { kind: "sign-in-with-code", mvpd: "Cablevision" },
    { kind: "break", command: { kind: "decline", code: "x" } },
    { kind: "break", command: { kind: "sign-in", code: "x" } },
    { kind: "code-sign-in-ended", seen: { kind: "signed-in", mvpd: "Cablevision" } }
  ],
  "a code that is taken back": [
    begin("first-launch"),
    signedOut,
    { kind: "sign-in-with-code", mvpd: "Cablevision" },
    { kind: "break", command: { kind: "control", control: "expireSession", values: ["x"] } },
    { kind: "code-sign-in-ended", seen: { kind: "code-ended", why: "refused" } }
  ],
  "a statement that is revoked": [
    begin("first-launch"),
    { kind: "break", command: { kind: "control", control: "revokeStatement", values: ["x"] } },
    { kind: "start-application", seen: { kind: "failed", message: "out-of-service" } },
    { kind: "list-mvpds", seen: { kind: "failed", message: "out-of-service" } }
  ],
  "single sign-on by platform identity, on two televisions": [
    begin("sso-by-platform-identity"),
    signedOut,
    ...byCode(),
    {
      kind: "set-up-television",
      setUp: { television: "living-room", application: "second", singleSignOn: "platform-identity" }
    },
    signedIn(),
    permit()
  ],
  "single sign-on by service token": [
    begin("sso-by-service-token"),
    signedOut,
    ...byCode(),
    {
      kind: "set-up-television",
      setUp: { television: "kitchen", application: "first", singleSignOn: "service-token" }
    },
    signedIn()
  ],
  "single sign-on by Apple": [
    begin("sso-by-partner"),
    signedOut,
    { kind: "sign-in-with-partner", seen: { kind: "signed-in", mvpd: "Cablevision" } },
    permit(),
    { kind: "sign-out", seen: [{ mvpd: "Cablevision", kind: "system-settings" }] }
  ],
  "Apple without permission": [
    begin("partner-fallback"),
    signedOut,
    { kind: "sign-in-with-partner", seen: { kind: "sign-in-otherwise", because: "the permission is denied" } }
  ]
}
