export type { ApplicationOptions, ApplicationStatus } from "./applications/application.ts"
export type {
  LoginOutcome,
  LoginPage,
  LoginPageContext,
  LoginSession,
  LoginViewer
} from "./authentication/login-page-port.ts"
export type { Violation, ViolationRule } from "./call/violation.ts"
export type { Clock } from "./clock/clock.ts"
export { createManualClock, type ManualClock } from "./clock/manual-clock.ts"
export { systemClock } from "./clock/system-clock.ts"
export { exampleSoftwareStatement } from "./default-options.ts"
export type { Connection } from "./exchange.ts"
export type { Fault } from "./faults/fault.ts"
export type { FaultTarget } from "./faults/fault-script.ts"
export type { Faults } from "./faults/faults.ts"
export type { JournalCall } from "./journal/journal-call.ts"
export type { Journal } from "./journal/journal.ts"
export type { MvpdOptions, TemporaryAccessOptions } from "./mvpds/mvpd.ts"
export type { OperationId } from "./operations/operation.ts"
export type { ServiceProviderOptions } from "./service-providers/service-provider.ts"
export { createSimulatorCore, type SimulatorCore } from "./simulator-core.ts"
export type { SimulatorOptions } from "./simulator-options.ts"
export type { PaidBy } from "./throttle/throttle-model.ts"
export type { ThrottleOptions } from "./throttle/throttle.ts"
