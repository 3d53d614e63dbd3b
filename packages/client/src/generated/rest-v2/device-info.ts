// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

/** Keys that the JSON of `X-Device-Info` requires. */
export const requiredDeviceInfoKeys = ["model", "version", "osName", "osVersion", "connectionType"] as const
