export { Fetch, platformFetch, type FetchFunction } from "./fetch.ts"
export { failedRequest, isHarmless, isProgrammingError, SentSecrets } from "./failed-request.ts"
export { makePortableRequest, portableFetch } from "./portable-fetch.ts"
export { readText } from "./read-text.ts"
