/**
 * The simulator without msw.
 *
 * @module
 */
export type { ApplicationOptions, ApplicationStatus } from "./state/applications.ts"
export type { LoginOutcome, LoginPage, LoginPageContext, LoginSession, LoginViewer } from "./login/login-page.ts"
export type { StateCounts } from "./state/state-counts.ts"
export type { Violation, ViolationRule } from "./request/violation.ts"
export type { Clock } from "./clock/clock.ts"
export { createManualClock, type ManualClock } from "./clock/manual-clock.ts"
export { systemClock } from "./clock/system-clock.ts"
export { exampleSoftwareStatement } from "./example-software-statement.ts"
export type { Connection } from "./handle-request.ts"
export type { Degradation, DegradationRule } from "./state/integrations.ts"
export type { DecisionKind, ResourceRule } from "./state/mvpds.ts"
export type { Fault } from "./faults/fault.ts"
export type { FaultTarget } from "./faults/fault-schedule.ts"
export type { Faults } from "./faults/faults.ts"
export type { Coverage, OperationCoverage, ValueCoverage } from "./journal/coverage.ts"
export type { JournalCall } from "./journal/journal-call.ts"
export type { Journal, Polling } from "./journal/journal.ts"
export type { MvpdFlags, MvpdOptions } from "./state/mvpds.ts"
export type { OperationId } from "./protocol/operations.ts"
export { readReadings, type Readings } from "./state/readings.ts"
export type { ClientOptions } from "./state/clients.ts"
export type { EnhancedErrorCode } from "./protocol/schemas.ts"
export type { ServiceProviderOptions } from "./state/service-providers.ts"
export { createSimulatorCore, type SimulatorCore } from "./simulator.ts"
export type { Settings } from "./state/settings.ts"
export type { ObservedResponse, SimulatorOptions } from "./options.ts"
export type { SimulatorInSetup, SimulatorSetup } from "./options.ts"
export type {
  IntegrationSelector,
  ProfileGrant,
  ProfileSelector,
  SessionSummary,
  SimulatorControls,
  TrialSelector
} from "./controls/controls.ts"
export type { TemporaryAccessOptions } from "./state/mvpds.ts"
export type { PaidBy } from "./throttle/throttle-model.ts"
export type { ThrottleOptions } from "./throttle/throttle.ts"
export type { ViewerAttribute, ViewerOptions } from "./state/mvpds.ts"
