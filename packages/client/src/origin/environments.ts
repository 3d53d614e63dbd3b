/**
 * Origins of the four Adobe Pass environments; each serves both DCR and the REST API V2.
 *
 * Test in `prequal-production` and `release-staging` before going live in `release-production`.
 *
 * Source: docs/protocol/dcr.md, section 2.
 */
export const environments = {
  "release-production": "https://sp.auth.adobe.com",
  "release-staging": "https://sp.auth-staging.adobe.com",
  "prequal-production": "https://sp-prequal.auth.adobe.com",
  "prequal-staging": "https://sp-prequal.auth-staging.adobe.com"
} as const

/** Name of an Adobe Pass environment. */
export type EnvironmentName = keyof typeof environments
