export { AuthorizedFetch } from "./authorized-fetch.ts"
export { makeAuthorizedFetch, type AuthorizedFetchParts, type AuthorizedTransport } from "./authorized-transport.ts"
export { suppliedHeaders } from "./call-kind.ts"
export type { CarefulSending } from "./send-carefully.ts"
