import { isJsonObject, type JsonObject } from "../json.ts"

/** An entry of a response that is not what the protocol documents, so that a reader leaves it out. */
export interface MalformedEntry {
  /** Its key in the response: the MVPD id, or `Cablevision.zip` for an attribute of a profile. */
  readonly key: string
  readonly problem: string
}

/** Takes each {@link MalformedEntry} that a reader leaves out, to log it. */
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
