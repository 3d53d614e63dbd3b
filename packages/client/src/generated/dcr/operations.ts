// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

export const operations = {
  registerClient: {
    id: "registerClient",
    method: "POST",
    path: "/o/client/register",
    authorization: "none",
    throttled: true,
    pathParameters: [],
    query: [],
    headers: [
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/json;charset=utf-8",
      required: true,
      properties: [
        { name: "software_statement", required: true, type: "string" },
        { name: "redirect_uri", required: false, type: "string" }
      ]
    },
    responses: { 201: ["application/json"], 400: ["application/json"], 429: ["text/html"] }
  },
  retrieveAccessToken: {
    id: "retrieveAccessToken",
    method: "POST",
    path: "/o/client/token",
    authorization: "none",
    throttled: true,
    pathParameters: [],
    query: [],
    headers: [
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/x-www-form-urlencoded",
      required: true,
      properties: [
        { name: "client_id", required: true, type: "string" },
        { name: "client_secret", required: true, type: "string" },
        { name: "grant_type", required: true, type: "string" }
      ]
    },
    responses: { 201: ["application/json"], 400: ["application/json"], 429: ["text/html"] }
  }
} as const
