// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

export const contracts = {
  "POST /o/client/register": { contentType: "application/json;charset=utf-8", statuses: [201, 400, 429] },
  "POST /o/client/token": { contentType: "application/x-www-form-urlencoded", statuses: [201, 400, 429] }
} as const
