// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 9ebcb4442ade437f086ec55ec19940b677cca35520c5bd025f06e81d06c47538

/** Known values; the server may send others. */
export const registrationErrorCodeValues = [
  "invalid_request",
  "invalid_redirect_uri",
  "invalid_software_statement",
  "unapproved_software_statement"
] as const

/** Known values; the server may send others. */
export const accessTokenErrorCodeValues = [
  "invalid_request",
  "invalid_client",
  "unauthorized_client",
  "unsupported_grant_type"
] as const

/** Known values; the server may send others. */
export const grantTypeValues = ["client_credentials"] as const

/** Known values; the server may send others. */
export const scopeValues = ["api:client:v2"] as const

/** Known values; the server may send others. */
export const tokenTypeValues = ["bearer"] as const
