export { makeTokenSource, type AccessTokenSource, type TokenRejection } from "./access-token-source.ts"
export { HeldToken } from "./held-token.ts"
export { TokenSource } from "./token-source.ts"
