// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 9ebcb4442ade437f086ec55ec19940b677cca35520c5bd025f06e81d06c47538

export const contracts = {
  "POST /o/client/register": { contentType: "application/json;charset=utf-8", statuses: [201, 400, 429] },
  "POST /o/client/token": { contentType: "application/x-www-form-urlencoded", statuses: [201, 400, 429] }
} as const
