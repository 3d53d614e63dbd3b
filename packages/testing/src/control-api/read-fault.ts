import type { Fault } from "../simulator/index.ts"
import { isJsonObject } from "../simulator/encoding/json-object.ts"
import { type ControlBody, ControlError } from "./control-body.ts"

type Check = (value: unknown) => boolean

const isCount: Check = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0
const isTrue: Check = (value) => value === true
const isString: Check = (value) => typeof value === "string"
const either =
  (...checks: ReadonlyArray<Check>): Check =>
  (value) =>
    checks.some((check) => check(value))

type Member = Fault extends infer One ? (One extends unknown ? keyof One : never) : never

/** The check of each member of a fault. */
const members: Readonly<Record<Member, Check>> = {
  delay: isCount,
  processed: (value) => typeof value === "boolean",
  status: (value) => isCount(value) && Number(value) >= 200 && Number(value) <= 599,
  html: either(isString, isTrue),
  json: () => true,
  headers: (value) => isJsonObject(value) && Object.values(value).every(isString),
  error: isString,
  enhancedError: isString,
  details: isString,
  reset: isTrue,
  hang: isTrue,
  truncate: either(isCount, isTrue),
  slowBody: (value) => isJsonObject(value) && isCount(value["bytes"]) && isCount(value["everyMilliseconds"]),
  contentType: isString,
  unknownValue: either(isString, (value) => Array.isArray(value) && value.every(isString)),
  extraMembers: either(isJsonObject, isTrue),
  missingDecisions: (value) => ["body", "decisions", "last"].some((known) => known === value),
  clockSkew: (value) => typeof value === "number" && Number.isFinite(value)
}

const exclusive = ["status", "error", "enhancedError", "reset", "hang"]

/** Reads a fault from JSON. Throws an error that names the invalid member and the remedy. */
export const readFault = (value: unknown): Fault => {
  if (!isJsonObject(value)) throw new ControlError(400, "`fault` has to be an object.")
  const names = Object.keys(value)
  if (names.length === 0)
    throw new ControlError(400, `\`fault\` is empty. It takes: ${Object.keys(members).join(", ")}.`)
  for (const name of names) checkMember(value, name)
  const chosen = names.filter((name) => exclusive.includes(name))
  if (chosen.length > 1) throw new ControlError(400, `\`fault\` has ${chosen.join(" and ")}: choose one.`)
  // Boundary: each member was checked.
  return value as Fault
}

const checkMember = (fault: ControlBody, name: string): void => {
  const check = Object.entries(members).find(([known]) => known === name)?.[1]
  if (check === undefined) {
    throw new ControlError(400, `\`fault\` has no member \`${name}\`. It takes: ${Object.keys(members).join(", ")}.`)
  }
  if (!check(fault[name])) throw new ControlError(400, `\`fault.${name}\` has a value that is not possible.`)
}
