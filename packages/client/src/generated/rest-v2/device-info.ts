// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 969c40a2d57497243268918ebb83fb92daa788d6d5954c4ca84c82511a8e49c5

/** Keys that the JSON of `X-Device-Info` requires. */
export const requiredDeviceInfoKeys = ["model", "version", "osName", "osVersion", "connectionType"] as const
