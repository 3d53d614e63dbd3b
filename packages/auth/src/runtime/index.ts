export { currentFlowRuntime, flowRuntimeOf, type FlowRuntime } from "./flow-runtime.ts"
export { monotonicMillis } from "./monotonic-millis.ts"
export { runToPromise } from "./run-to-promise.ts"
