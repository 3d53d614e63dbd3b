import type { SimulatorCommand } from "../host/perform-command.ts"
import { fittingObject, literal, membersOf, type Member } from "./source-text.ts"

/** Expressions for what depends on a run. */
export interface RunValues {
  /** The code that the television shows. */
  readonly code: string
  /** The client id of the television's application. */
  readonly clientId: string
  readonly deviceIdentifier: string
}

/** What a person would say about a command, and the statement that repeats it. */
export interface CommandSource {
  readonly comment: string
  readonly statement: ReadonlyArray<string>
}

/** Returns the source of a command. */
export const commandSource = (command: SimulatorCommand, values: RunValues): CommandSource => {
  switch (command.kind) {
    case "fault":
      return faultSource(command)
    case "clear-faults":
      return { comment: "Nothing goes wrong any more.", statement: ["simulator.faults.clear()"] }
    case "sign-in":
      return {
        comment: "The viewer signs in with the code.",
        statement: [`simulator.mvpd.signIn(${values.code})`]
      }
    case "decline":
      return { comment: "The viewer declines.", statement: [`simulator.mvpd.decline(${values.code})`] }
    case "rule": {
      const { mvpd, kind: _, ...rule } = command
      return {
        comment: `${mvpd} ${rule.decision === "permit" ? "permits" : "denies"} ${rule.resource} from now on.`,
        statement: fittingObject(`simulator.mvpd.rule(${literal(mvpd)}, `, membersOf(rule), ")")
      }
    }
    case "control":
      return controlSource(command, values)
  }
}

const controlSource = (
  command: Extract<SimulatorCommand, { readonly kind: "control" }>,
  { code, clientId, deviceIdentifier }: RunValues
): CommandSource => {
  const call = (comment: string, value = "") => ({ comment, statement: [`simulator.${command.control}(${value})`] })
  const callWith = (comment: string, members: ReadonlyArray<Member>) => ({
    comment,
    statement: fittingObject(`simulator.${command.control}(`, members, ")")
  })
  switch (command.control) {
    case "revokeStatement":
      return call("The programmer revokes the software statement.", "exampleSoftwareStatement")
    case "revokeClient":
      return call("Adobe Pass forgets the client credentials of the application.", clientId)
    case "revokeToken":
    case "revokeTokens":
      return { comment: "No access token is valid any more.", statement: ["simulator.revokeTokens()"] }
    case "expireSession":
      return call("The code expires.", code)
    case "grantProfile": {
      const [{ mvpd }] = command.values
      return callWith(`The viewer has a profile of ${mvpd}.`, [
        ["clientId", clientId],
        ["deviceIdentifier", deviceIdentifier],
        ["mvpd", literal(mvpd)]
      ])
    }
    case "expireProfiles":
      return call("The viewer's profiles expire.")
    case "invalidateProfiles":
      return call("The MVPD takes the viewer's profiles back.")
    case "exhaustTemporaryAccess": {
      const [{ mvpd }] = command.values
      return callWith(`${mvpd} is used up.`, [
        ["mvpd", literal(mvpd)],
        ["deviceIdentifier", deviceIdentifier]
      ])
    }
    case "resetTemporaryAccess":
      return callWith(`${command.values[0].mvpd} starts again.`, membersOf(command.values[0]))
    case "degrade": {
      const { mvpd, rule } = command.values[0]
      return callWith(`${mvpd} is degraded: ${rule}.`, membersOf(command.values[0]))
    }
    case "endDegradation":
      return callWith(`The degradation of ${command.values[0].mvpd} ends.`, membersOf(command.values[0]))
    case "disableIntegration":
      return callWith(`The integration with ${command.values[0].mvpd} ends.`, membersOf(command.values[0]))
    case "enableIntegration":
      return callWith(`The integration with ${command.values[0].mvpd} is back.`, membersOf(command.values[0]))
  }
}

const faultSource = ({
  operation,
  fault,
  calls
}: Extract<SimulatorCommand, { readonly kind: "fault" }>): CommandSource => {
  const target = operation === "*" ? "of any operation" : `of ${operation}`
  const source = (comment: string, start: string, end = ")"): CommandSource => ({
    comment,
    statement: fittingObject(start, membersOf(fault), end)
  })
  const first = literal(operation)
  if ("nth" in calls) {
    return source(`Call number ${calls.nth} ${target} goes wrong.`, `simulator.faults.nth(${first}, ${calls.nth}, `)
  }
  if ("probability" in calls) {
    const percent = `${calls.probability * 100} %`
    return source(
      `From now on, ${percent} of the calls ${target} go wrong, as the seed of the simulator decides.`,
      `simulator.faults.rate(${first}, ${calls.probability}, `
    )
  }
  return calls.next === 1
    ? source(`The next call ${target} goes wrong.`, `simulator.faults.next(${first}, `)
    : source(
        `The next ${calls.next} calls ${target} go wrong.`,
        `simulator.faults.next(${first}, `,
        `, ${literal({ times: calls.next })})`
      )
}
