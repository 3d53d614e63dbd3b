/**
 * The simulator without msw.
 *
 * @module
 */
export type { ApplicationOptions, ApplicationStatus } from "./applications/application.ts"
export type {
  LoginOutcome,
  LoginPage,
  LoginPageContext,
  LoginSession,
  LoginViewer
} from "./authentication/login-page-port.ts"
export type { Census } from "./census.ts"
export type { Violation, ViolationRule } from "./call/violation.ts"
export type { Clock } from "./clock/clock.ts"
export { createManualClock, type ManualClock } from "./clock/manual-clock.ts"
export { systemClock } from "./clock/system-clock.ts"
export { exampleSoftwareStatement } from "./default-options.ts"
export type { Connection } from "./receipt.ts"
export type { Degradation, DegradationRule } from "./degradation/degradation.ts"
export type { DecisionKind, ResourceRule } from "./decisions/resource-rule.ts"
export type { Fault } from "./faults/fault.ts"
export type { FaultTarget } from "./faults/fault-script.ts"
export type { Faults } from "./faults/faults.ts"
export type { Coverage, OperationCoverage, ValueCoverage } from "./journal/coverage.ts"
export type { JournalCall } from "./journal/journal-call.ts"
export type { Journal } from "./journal/journal.ts"
export type { MvpdFlags, MvpdOptions } from "./mvpds/mvpd.ts"
export type { OperationId } from "./operations/operation.ts"
export type { Readings } from "./readings/readings.ts"
export type { ClientOptions } from "./registration/create-clients.ts"
export type { EnhancedErrorCode } from "./responses/enhanced-error.ts"
export type { ServiceProviderOptions } from "./service-providers/service-provider.ts"
export { createSimulatorCore, type SimulatorCore } from "./simulator-core.ts"
export type { Settings } from "./settings.ts"
export type { Answered, SimulatorOptions } from "./simulator-options.ts"
export type { SimulatorInSetup, SimulatorSetup } from "./simulator-setup.ts"
export type {
  IntegrationSelector,
  ProfileGrant,
  ProfileSelector,
  Steering,
  TrialSelector
} from "./steering/steering.ts"
export type { TemporaryAccessOptions } from "./temporary-access/temporary-access.ts"
export type { PaidBy } from "./throttle/throttle-model.ts"
export type { ThrottleOptions } from "./throttle/throttle.ts"
export type { ViewerAttribute, ViewerOptions } from "./viewers/viewer.ts"
