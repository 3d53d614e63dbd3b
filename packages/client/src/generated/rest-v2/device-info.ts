// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 36834ceb692c4cba84ded9059948b1427da1d24ef30f31271ad9d5710c8ecd19

/** Keys that the JSON of `X-Device-Info` requires. */
export const requiredDeviceInfoKeys = ["model", "version", "osName", "osVersion", "connectionType"] as const
