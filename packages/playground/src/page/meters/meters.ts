import type { Exchange, Sender } from "../../host/exchange.ts"
import type { PlaygroundState } from "../../host/playground-event.ts"
import type { ViewerSummary } from "../../messages/frame-message.ts"

/** Something that runs out. */
export interface Meter {
  readonly name: string
  readonly value: number
  readonly max: number
  /** The value in words. */
  readonly words: string
  /** When it has run out, in milliseconds of simulated time. */
  readonly endsAt?: number
}

interface Lifetime {
  readonly startsAt: number
  readonly endsAt: number
}

/** Returns how much of the burst, the token, the code, the media token and the profile is left. */
export const metersOf = (
  exchanges: ReadonlyArray<Exchange>,
  state: PlaygroundState,
  viewer: ViewerSummary | undefined,
  now: number
): ReadonlyArray<Meter> => {
  const { household, mobile } = state.addresses
  return [
    burstMeter("Burst of the household", exchanges, household, state),
    ...(state.phoneNetwork === "mobile" ? [burstMeter("Burst of the phone", exchanges, mobile, state)] : []),
    timeMeter("Access token", accessToken(exchanges, "television"), now),
    timeMeter("Code", code(exchanges, viewer), now),
    timeMeter("Media token", mediaToken(exchanges), now),
    timeMeter("Profile", profile(exchanges, viewer), now)
  ]
}

const burstMeter = (
  name: string,
  exchanges: ReadonlyArray<Exchange>,
  address: string,
  { throttle }: PlaygroundState
): Meter => {
  if (throttle === undefined) return { name, value: 1, max: 1, words: "not throttled" }
  const used = exchanges.filter((exchange) => exchange.address === address && exchange.paidBy === "burst").length
  const left = Math.max(0, throttle.burst - used)
  return { name, value: left, max: throttle.burst, words: `${left} of ${throttle.burst}, once` }
}

const timeMeter = (name: string, lifetime: Lifetime | undefined, now: number): Meter => {
  if (lifetime === undefined) return { name, value: 0, max: 1, words: "none" }
  const { startsAt, endsAt } = lifetime
  const left = Math.max(0, endsAt - now)
  return {
    name,
    value: Math.min(left, endsAt - startsAt),
    max: Math.max(1, endsAt - startsAt),
    words: left === 0 ? "ended" : durationWords(left),
    endsAt
  }
}

const units = [
  { name: "d", milliseconds: 86_400_000 },
  { name: "h", milliseconds: 3_600_000 },
  { name: "min", milliseconds: 60_000 },
  { name: "s", milliseconds: 1_000 }
] as const

/** Returns a duration in its two largest units: `5 h 59 min`. */
export const durationWords = (milliseconds: number): string => {
  let rest = Math.round(milliseconds / 1_000) * 1_000
  const parts: Array<string> = []
  for (const unit of units) {
    const count = Math.floor(rest / unit.milliseconds)
    rest -= count * unit.milliseconds
    if (count > 0 || (unit.name === "s" && parts.length === 0)) parts.push(`${count} ${unit.name}`)
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.join(" ")
}

const accessToken = (exchanges: ReadonlyArray<Exchange>, sender: Sender): Lifetime | undefined => {
  const issued = exchanges.findLast(
    (exchange) => exchange.sender === sender && exchange.operation === "retrieveAccessToken" && isSuccess(exchange)
  )
  const seconds = Number(member(jsonOf(issued), "expires_in"))
  if (issued?.endedAt === undefined || !Number.isFinite(seconds)) return undefined
  return { startsAt: issued.endedAt, endsAt: issued.endedAt + seconds * 1_000 }
}

const code = (exchanges: ReadonlyArray<Exchange>, viewer: ViewerSummary | undefined): Lifetime | undefined => {
  if (viewer?.name !== "signing-in" || viewer.endsAt === undefined) return undefined
  const created = exchanges.findLast(({ operation }) => operation === "createAuthenticationSession")
  return { startsAt: created?.startedAt ?? viewer.endsAt - 1_800_000, endsAt: viewer.endsAt }
}

const mediaToken = (exchanges: ReadonlyArray<Exchange>): Lifetime | undefined => {
  const decided = exchanges.findLast(({ operation }) => operation === "retrieveAuthorizationDecisions")
  const decisions = member(jsonOf(decided), "decisions")
  const token = member(Array.isArray(decisions) ? decisions[0] : undefined, "token")
  const [startsAt, endsAt] = [Number(member(token, "notBefore")), Number(member(token, "notAfter"))]
  return Number.isFinite(startsAt) && Number.isFinite(endsAt) ? { startsAt, endsAt } : undefined
}

const profile = (exchanges: ReadonlyArray<Exchange>, viewer: ViewerSummary | undefined): Lifetime | undefined => {
  if (viewer?.name !== "signed-in" || viewer.endsAt === undefined) return undefined
  const first = exchanges[0]?.startedAt ?? viewer.endsAt
  return { startsAt: first, endsAt: viewer.endsAt }
}

const isSuccess = ({ response }: Exchange): boolean => response !== undefined && response.status < 300

const jsonOf = (exchange: Exchange | undefined): unknown => {
  try {
    return JSON.parse(exchange?.response?.body ?? "")
  } catch {
    return undefined
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
