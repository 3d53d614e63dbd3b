import { runToPromise, type Cancellable, type ManagementTransport } from "../request/index.ts"
import type { ReportQuery } from "./report-query.ts"
import {
  followReportLink,
  retrieveReport,
  retrieveReportCsv,
  retrieveWholeReport,
  type Report,
  type ReportLink
} from "./report.ts"

/** Retrieves reports, with promises that reject with a `ManagementError`. */
export interface Monitoring {
  /** Retrieves a report as records. */
  readonly report: (query: ReportQuery, call?: Cancellable) => Promise<Report>
  /** Retrieves a report in parts, split by time until none is truncated. */
  readonly wholeReport: (query: ReportQuery, call?: Cancellable) => Promise<Report>
  /** Retrieves a report in CSV, as a stream of bytes. */
  readonly csv: (query: ReportQuery, call?: Cancellable) => Promise<ReadableStream<Uint8Array>>
  /** Retrieves the report that a link of another one leads to. */
  readonly follow: (link: ReportLink, call?: Cancellable) => Promise<Report>
}

/**
 * Creates the functions that retrieve reports of Entitlement Service Monitoring.
 *
 * Source: docs/protocol/management/esm.md.
 *
 * @example
 * ```ts
 * import { createManagementAccess } from "@tve-pass/management"
 * import { createMonitoring } from "@tve-pass/management/esm"
 *
 * const access = createManagementAccess({ environment: "release-production", softwareStatement: "header.payload.signature" })
 * const monitoring = createMonitoring(access)
 * const { records } = await monitoring.report({ by: ["year", "month", "day"], metrics: ["authn-successful"] })
 * console.log(records)
 * ```
 */
export const createMonitoring = (transport: ManagementTransport): Monitoring => ({
  report: (query, call) => runToPromise(retrieveReport(transport, query), call),
  wholeReport: (query, call) => runToPromise(retrieveWholeReport(transport, query), call),
  csv: (query, call) => runToPromise(retrieveReportCsv(transport, query), call),
  follow: (link, call) => runToPromise(followReportLink(transport, link), call)
})
