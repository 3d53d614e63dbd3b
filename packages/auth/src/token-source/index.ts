export { makeTokenSource, TokenSource, type TokenRejection } from "./token-source.ts"
