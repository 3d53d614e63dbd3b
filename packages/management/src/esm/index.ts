/**
 * Reports of Entitlement Service Monitoring (ESM).
 *
 * @module
 */
export { pacificTime, type PacificTime } from "./pacific-time.ts"
export {
  reportPath,
  type Dimension,
  type DimensionFilter,
  type Metric,
  type ReportFormat,
  type ReportQuery
} from "./report-query.ts"
export {
  followReportLink,
  retrieveReport,
  retrieveReportCsv,
  retrieveWholeReport,
  type Report,
  type ReportLink,
  type ReportRecord
} from "./report.ts"
export { createMonitoring, type Monitoring } from "./create-monitoring.ts"
