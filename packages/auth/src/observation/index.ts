export { Observation, makeEffectObservation, noObservation, type SpanName } from "./observation.ts"
export * as AuthMetrics from "./metrics.ts"
