import type { Exchange } from "../../host/exchange.ts"
import type { PlaygroundCommand } from "../../host/playground-command.ts"
import type { PlaygroundState } from "../../host/playground-event.ts"

/** Something that a person can do behind the application's back. */
export interface Breakage {
  readonly group: "Viewer" | "Credentials" | "Profile" | "MVPD" | "TempPass"
  readonly name: string
  /** `undefined` while it makes no sense. */
  readonly command: PlaygroundCommand | undefined
}

const television = ({ sender }: Exchange) => sender === "television"

/** Returns what can be done now, for an MVPD. */
export const breakagesOf = (
  state: PlaygroundState,
  exchanges: ReadonlyArray<Exchange>,
  mvpd: string
): ReadonlyArray<Breakage> => {
  const code = state.sessions.findLast((session) => session.state === "waiting")?.code
  const clientId =
    exchanges.findLast((exchange) => television(exchange) && exchange.clientId !== undefined)?.clientId ??
    state.remembered?.clientId
  const deviceIdentifier =
    exchanges.findLast((exchange) => television(exchange) && exchange.deviceIdentifier !== undefined)
      ?.deviceIdentifier ?? state.remembered?.deviceIdentifier
  const forCode = (command: (code: string) => PlaygroundCommand) => (code === undefined ? undefined : command(code))
  const usedUp = (tempPass: string): PlaygroundCommand | undefined =>
    deviceIdentifier === undefined
      ? undefined
      : { kind: "control", control: "exhaustTemporaryAccess", values: [{ mvpd: tempPass, deviceIdentifier }] }
  const degrade = (rule: "AuthNAll" | "AuthZAll" | "AuthZNone"): PlaygroundCommand => ({
    kind: "control",
    control: "degrade",
    values: [{ mvpd, rule, message: "Back at 8 pm." }]
  })
  return [
    { group: "Viewer", name: "Sign in with the code", command: forCode((shown) => ({ kind: "sign-in", code: shown })) },
    { group: "Viewer", name: "Decline", command: forCode((shown) => ({ kind: "decline", code: shown })) },
    {
      group: "Viewer",
      name: "Code expires",
      command: forCode((shown) => ({ kind: "control", control: "expireSession", values: [shown] }))
    },
    {
      group: "Credentials",
      name: "Access tokens revoked",
      command: { kind: "control", control: "revokeTokens", values: [] }
    },
    {
      group: "Credentials",
      name: "Client revoked",
      command: clientId === undefined ? undefined : { kind: "control", control: "revokeClient", values: [clientId] }
    },
    {
      group: "Credentials",
      name: "Statement revoked",
      command: { kind: "control", control: "revokeStatement", values: [state.softwareStatement] }
    },
    {
      group: "Profile",
      name: "Granted",
      command:
        clientId === undefined || deviceIdentifier === undefined
          ? undefined
          : { kind: "control", control: "grantProfile", values: [{ clientId, deviceIdentifier, mvpd }] }
    },
    { group: "Profile", name: "Expires", command: { kind: "control", control: "expireProfiles", values: [] } },
    { group: "Profile", name: "Invalidated", command: { kind: "control", control: "invalidateProfiles", values: [] } },
    { group: "MVPD", name: "AuthNAll", command: degrade("AuthNAll") },
    { group: "MVPD", name: "AuthZAll", command: degrade("AuthZAll") },
    { group: "MVPD", name: "AuthZNone", command: degrade("AuthZNone") },
    {
      group: "MVPD",
      name: "Degradation ends",
      command: { kind: "control", control: "endDegradation", values: [{ mvpd }] }
    },
    {
      group: "MVPD",
      name: "Integration removed",
      command: { kind: "control", control: "disableIntegration", values: [{ mvpd }] }
    },
    {
      group: "MVPD",
      name: "Integration back",
      command: { kind: "control", control: "enableIntegration", values: [{ mvpd }] }
    },
    {
      group: "MVPD",
      name: "Denies Premium",
      command: {
        kind: "rule",
        mvpd,
        resource: "premium",
        decision: "deny",
        details: "Premium is not part of your package."
      }
    },
    {
      group: "MVPD",
      name: "Permits Premium",
      command: { kind: "rule", mvpd, resource: "premium", decision: "permit" }
    },
    { group: "TempPass", name: "Basic used up", command: usedUp("TempPass_TEST40") },
    { group: "TempPass", name: "Promotional used up", command: usedUp("flexibleTempPass") },
    {
      group: "TempPass",
      name: "Basic reset",
      command: { kind: "control", control: "resetTemporaryAccess", values: [{ mvpd: "TempPass_TEST40" }] }
    },
    {
      group: "TempPass",
      name: "Promotional reset",
      command: { kind: "control", control: "resetTemporaryAccess", values: [{ mvpd: "flexibleTempPass" }] }
    }
  ]
}
