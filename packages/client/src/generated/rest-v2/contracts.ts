// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 fb79d500903431b965dedb249d2435741cc82e8ca1d7cfa2f33b094efcd2fba9

export const contracts = {
  "GET /api/v2/{serviceProvider}/configuration": { statuses: [200, 400, 401, 405, 429, 500] }
} as const
