// Generated from specs/management/esm/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 692e82e56de8d8d61d4da38c947a0894b8591e0a9e782dd7d4ab0c3e4f5799e9

/** Known values; the server may send others. */
export const reportFormatValues = ["json", "xml", "csv", "html"] as const

/** Known values; the server may send others. */
export const dimensionValues = [
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "media-company",
  "dc",
  "proxy",
  "mvpd",
  "requestor-id",
  "channel",
  "resource-id",
  "device",
  "eap",
  "os-family",
  "browser-family",
  "browser-version",
  "os-type",
  "cdt",
  "platform-version",
  "nsdk",
  "nsdk-version",
  "event",
  "reason",
  "sso-type",
  "platform",
  "application-name",
  "application-version",
  "customer-app",
  "content-category",
  "api",
  "application-software-id",
  "arch",
  "sdk-type"
] as const

/** Known values; the server may send others. */
export const metricValues = [
  "authn-attempts",
  "authn-successful",
  "authn-pending",
  "authn-failed",
  "clientless-tokens",
  "clientless-failures",
  "authz-attempts",
  "authz-successful",
  "authz-failed",
  "authz-rejected",
  "authz-latency",
  "media-tokens",
  "unique-accounts",
  "unique-sessions",
  "count"
] as const
