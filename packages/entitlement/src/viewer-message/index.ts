export { toHttpProblem, type HttpProblem, type ProblemDetails } from "./http-problem.ts"
export type { ViewerMessage, ViewerMessageKind, ViewerMessageLog } from "./viewer-message.ts"
export { viewerMessage } from "./viewer-message-of.ts"
export { reactionToEnhancedError } from "./reactions.ts"
