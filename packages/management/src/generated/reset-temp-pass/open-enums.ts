// Generated from specs/management/reset-temp-pass/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 27c9b6867285d386aea4304bb71ed0c03161c69ba25ef1382628d99a380f03d0

export {}
