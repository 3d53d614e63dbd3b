// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

export const contracts = {
  "GET /api/v2/{serviceProvider}/configuration": { statuses: [200, 400, 401, 405, 429, 500] },
  "POST /api/v2/{serviceProvider}/sessions": {
    contentType: "application/x-www-form-urlencoded",
    statuses: [200, 400, 401, 405, 429, 500]
  },
  "POST /api/v2/{serviceProvider}/sessions/{code}": {
    contentType: "application/x-www-form-urlencoded",
    statuses: [200, 400, 401, 405, 429, 500]
  },
  "GET /api/v2/{serviceProvider}/sessions/{code}": { statuses: [200, 400, 401, 405, 429, 500] },
  "GET /api/v2/authenticate/{serviceProvider}/{code}": { statuses: [302, 400, 405, 429, 500] },
  "GET /api/v2/{serviceProvider}/profiles": { statuses: [200, 400, 401, 405, 429, 500] },
  "GET /api/v2/{serviceProvider}/profiles/{mvpd}": { statuses: [200, 400, 401, 403, 405, 429, 500] },
  "GET /api/v2/{serviceProvider}/profiles/code/{code}": { statuses: [200, 400, 401, 403, 405, 429, 500] },
  "POST /api/v2/{serviceProvider}/decisions/authorize/{mvpd}": {
    contentType: "application/json;charset=utf-8",
    statuses: [200, 400, 401, 403, 405, 429, 500]
  },
  "POST /api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}": {
    contentType: "application/json;charset=utf-8",
    statuses: [200, 400, 401, 403, 405, 429, 500]
  },
  "GET /api/v2/{serviceProvider}/logout/{mvpd}": { statuses: [200, 400, 401, 405, 429, 500] },
  "POST /api/v2/{serviceProvider}/sessions/sso/{partner}": {
    contentType: "application/x-www-form-urlencoded",
    statuses: [200, 400, 401, 405, 429, 500]
  },
  "POST /api/v2/{serviceProvider}/profiles/sso/{partner}": {
    contentType: "application/x-www-form-urlencoded",
    statuses: [200, 201, 400, 401, 405, 429, 500]
  }
} as const
