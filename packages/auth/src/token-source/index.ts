export { HeldToken } from "./held-token.ts"
export { makeTokenSource, TokenSource, type AccessTokenSource, type TokenSourceParts } from "./token-source.ts"
