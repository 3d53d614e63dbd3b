export { currentFlowRuntime, flowRuntimeOf, type FlowRuntime } from "./flow-runtime.ts"
export { makeLifetime, scopedLifetime, type Lifetime } from "./lifetime.ts"
export { monotonicMillis } from "./monotonic-millis.ts"
export { runToPromise } from "./run-to-promise.ts"
