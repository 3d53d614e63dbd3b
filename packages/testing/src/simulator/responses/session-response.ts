import type { Schemas } from "../protocol/schemas.ts"
import { isComplete, type Session, type SessionParameters } from "../state/sessions.ts"
import type { Settings } from "../state/settings.ts"
import { type SimulatedResponse, json } from "./simulated-response.ts"

type Body = Schemas["Session"]

const encode = encodeURIComponent

/** `authorize`: a profile, a pass or a degradation exists; there is no code. */
export const authorizeResponse = (
  {
    serviceProvider,
    mvpd,
    sessionId
  }: { readonly serviceProvider: string; readonly mvpd: string; readonly sessionId: string },
  reasonType: Body["reasonType"]
): SimulatedResponse =>
  json(200, {
    actionName: "authorize",
    actionType: "direct",
    reasonType,
    url: `/api/v2/${encode(serviceProvider)}/decisions/authorize/${encode(mvpd)}`,
    sessionId,
    mvpd,
    serviceProvider
  } satisfies Body)

/**
 * What a session needs next: `authenticate` when it is complete, and otherwise `incomplete` (`resume` after creation,
 * `retry` after a resumption).
 */
export const sessionResponse = (
  session: Session,
  settings: Settings,
  { incomplete, reasonType = "none" }: { readonly incomplete: "resume" | "retry"; readonly reasonType?: string }
): SimulatedResponse => {
  const { code, sessionId, owner, parameters } = session
  const provider = encode(owner.serviceProvider)
  const common = {
    code,
    sessionId,
    ...(parameters.mvpd === undefined ? {} : { mvpd: parameters.mvpd }),
    serviceProvider: owner.serviceProvider,
    notBefore: sessionTimestamp(session.notBefore, settings),
    notAfter: sessionTimestamp(session.notAfter, settings)
  }
  const body: Body = isComplete(parameters)
    ? {
        actionName: "authenticate",
        actionType: "interactive",
        reasonType,
        url: `/api/v2/authenticate/${provider}/${code}`,
        ...common
      }
    : {
        actionName: incomplete,
        actionType: "direct",
        reasonType,
        missingParameters: missingParameters(parameters, settings),
        url: `/api/v2/${provider}/sessions/${code}`,
        ...common
      }
  return json(200, body)
}

/** C-V2-3: strings in all samples, numbers in the diagrams. */
export const sessionTimestamp = (milliseconds: number, { readings }: Settings): string | number =>
  readings.sessionTimestamps === "string" ? String(milliseconds) : milliseconds

export const missingParameters = (parameters: SessionParameters, { readings }: Settings): string[] => [
  ...(parameters.mvpd === undefined ? ["mvpd"] : []),
  ...(parameters.domainName === undefined ? [readings.domainParameterName] : []),
  ...(parameters.redirectUrl === undefined ? ["redirectUrl"] : [])
]
