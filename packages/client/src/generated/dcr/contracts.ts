// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 c441a4634ae06299af33bd259307406a0445c192b5c5dbb6f4d9236b5f5933ba

export const contracts = {
  "POST /o/client/register": { contentType: "application/json;charset=utf-8", statuses: [201, 400, 429] },
  "POST /o/client/token": { contentType: "application/x-www-form-urlencoded", statuses: [201, 400, 429] }
} as const
