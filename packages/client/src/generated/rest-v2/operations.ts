// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 fb79d500903431b965dedb249d2435741cc82e8ca1d7cfa2f33b094efcd2fba9

export const operations = {
  retrieveConfiguration: {
    id: "retrieveConfiguration",
    method: "GET",
    path: "/api/v2/{serviceProvider}/configuration",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider"],
    query: [{ name: "profile", required: false }],
    headers: [
      { name: "AP-Device-Identifier", required: false },
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: undefined,
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  }
} as const
