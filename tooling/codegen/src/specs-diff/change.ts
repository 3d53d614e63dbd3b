import type { JsonValue } from "../json.ts"
import type { Bump } from "./bump.ts"

/** One difference between two specs, as users of the generated types meet it. */
export interface Change {
  readonly bump: Bump
  readonly kind: "added" | "removed" | "modified"
  /** The operation, or `components` for what no operation uses: `GET /api/v2/{serviceProvider}/configuration`. */
  readonly subject: string
  /** Way from the subject to the change: `200 requestor.mvpds[].id`. */
  readonly place: string
  readonly message: string
  /** `specs/rest-v2/schemas/profile.yaml:12`, in the new specs, or in the old ones for what was removed. */
  readonly source: string
}

/** A change as `redocly diff --format json` reports it. */
export interface ReportedChange {
  /** Pointer through the description with its references followed. */
  readonly path: string
  readonly typeName: string
  readonly kind: Change["kind"]
  readonly impact: Bump
  readonly verdicts?: ReadonlyArray<{ readonly ruleId: string; readonly message: string }>
  readonly property?: string
  readonly base?: ReportedSide
  readonly revision?: ReportedSide
}

export interface ReportedSide {
  readonly file: string
  readonly pointer: string
  readonly line: number
  readonly value: JsonValue
}
