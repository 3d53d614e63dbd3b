import { isJsonObject, type JsonObject } from "../json.ts"

/** An entry of a response that does not match the documentation, so that a reader omits it. */
export interface MalformedEntry {
  /** Its key in the response: the MVPD id, or `Cablevision.zip` for an attribute of a profile. */
  readonly key: string
  readonly problem: string
}

/** Receives each {@link MalformedEntry} that a reader omits, for logs. */
export type ReportMalformed = (entry: MalformedEntry) => void

/** Returns the entries of a map that are objects, and reports all others. */
export const objectEntries = <Entry>(
  map: { readonly [key: string]: Entry },
  report: ReportMalformed | undefined
): ReadonlyArray<readonly [key: string, entry: Entry & JsonObject]> =>
  Object.entries(map).flatMap(([key, entry]) => {
    if (isJsonObject(entry)) return [[key, entry] as const]
    report?.({ key, problem: "is not an object" })
    return []
  })
