export { makeEffectObservation, noObservation, Observation, type SpanName } from "./observation.ts"
export * as AuthMetrics from "./metrics.ts"
