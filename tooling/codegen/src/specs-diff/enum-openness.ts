import { readFileSync } from "node:fs"
import { parse } from "yaml"
import type { ReportedChange } from "./change.ts"

/** Whether the schema whose `enum` changed is marked `x-open-enum: true`, read where `redocly diff` saw the change. */
export const isOpenEnum = ({ revision }: ReportedChange): boolean => {
  if (revision === undefined) return false
  let schema: unknown = parse(readFileSync(revision.file, "utf8"), { merge: true })
  const segments = revision.pointer.slice(2).split("/").slice(0, -1)
  for (const segment of segments) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~")
    schema = memberOf(schema, name)
  }
  return memberOf(schema, "x-open-enum") === true
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
