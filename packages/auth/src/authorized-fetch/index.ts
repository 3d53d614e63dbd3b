export { AuthorizedFetch } from "./authorized-fetch.ts"
export { makeAuthorizedFetch, type AuthorizedTransport } from "./authorized-transport.ts"
export { suppliedHeaders } from "./call-kind.ts"
