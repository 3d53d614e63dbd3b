export { makeTokenSource, TokenSource, type TokenRejection } from "./token-source.ts"
export { HeldToken } from "./held-token.ts"
