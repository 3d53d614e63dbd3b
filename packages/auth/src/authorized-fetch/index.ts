export { AuthorizedFetch, makeAuthorizedFetch, type AuthorizedTransport } from "./authorized-fetch.ts"
export { suppliedHeaders } from "./call-kind.ts"
export type { CarefulSending } from "./send-carefully.ts"
