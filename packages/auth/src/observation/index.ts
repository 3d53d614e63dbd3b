export { FlowObservation, makeEffectObservation } from "./effect-observation.ts"
export * as AuthMetrics from "./metrics.ts"
export { noObservation, type Observation, type SpanName } from "./observation.ts"
