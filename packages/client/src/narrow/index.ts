export { narrow, type NarrowableResult } from "./narrow.ts"
export type { DocumentedFailure, Malformed, Narrowed, Success, Undocumented } from "./narrowed.ts"
