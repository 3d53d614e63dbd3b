// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

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
