export { AuthorizedTransport, makeAuthorizedTransport } from "./authorized-transport.ts"
export { suppliedHeaders } from "./call-kind.ts"
