export { Fetch, platformFetch, type FetchFunction } from "./fetch.ts"
export { SentSecrets, failedRequest, isHarmless, isProgrammingError } from "./failed-request.ts"
export { makePortableRequest, portableFetch } from "./portable-fetch.ts"
export { readText } from "./read-text.ts"
