export { currentFlowRuntime, flowRuntimeOf, monotonicMillis, type FlowRuntime } from "./flow-runtime.ts"
export { makeLifetime, scopedLifetime, type Lifetime } from "./lifetime.ts"
export { runToPromise } from "./run-to-promise.ts"
export { withTimeout } from "./with-timeout.ts"
