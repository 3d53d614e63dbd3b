export { Fetch } from "./fetch.ts"
export { platformFetch, type FetchFunction } from "./fetch-function.ts"
