// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

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
  },
  createAuthenticationSession: {
    id: "createAuthenticationSession",
    method: "POST",
    path: "/api/v2/{serviceProvider}/sessions",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/x-www-form-urlencoded",
      required: true,
      properties: [
        { name: "mvpd", required: false, type: "string" },
        { name: "domainName", required: false, type: "string" },
        { name: "redirectUrl", required: false, type: "string" }
      ]
    },
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  resumeAuthenticationSession: {
    id: "resumeAuthenticationSession",
    method: "POST",
    path: "/api/v2/{serviceProvider}/sessions/{code}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "code"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: false },
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/x-www-form-urlencoded",
      required: true,
      properties: [
        { name: "mvpd", required: false, type: "string" },
        { name: "domainName", required: false, type: "string" },
        { name: "redirectUrl", required: false, type: "string" }
      ]
    },
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  retrieveAuthenticationSession: {
    id: "retrieveAuthenticationSession",
    method: "GET",
    path: "/api/v2/{serviceProvider}/sessions/{code}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "code"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: false },
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "AP-Visitor-Identifier", required: false },
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
  },
  performAuthentication: {
    id: "performAuthentication",
    method: "GET",
    path: "/api/v2/authenticate/{serviceProvider}/{code}",
    authorization: "none",
    throttled: true,
    pathParameters: ["serviceProvider", "code"],
    query: [],
    headers: [{ name: "User-Agent", required: false }],
    requestBody: undefined,
    responses: { 302: [], 400: ["text/html"], 405: ["text/html"], 429: ["text/html"], 500: ["text/html"] }
  },
  retrieveProfiles: {
    id: "retrieveProfiles",
    method: "GET",
    path: "/api/v2/{serviceProvider}/profiles",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Partner-Framework-Status", required: false },
      { name: "AP-Visitor-Identifier", required: false },
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
  },
  retrieveProfileForMvpd: {
    id: "retrieveProfileForMvpd",
    method: "GET",
    path: "/api/v2/{serviceProvider}/profiles/{mvpd}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "mvpd"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Partner-Framework-Status", required: false },
      { name: "AP-TempPass-Identity", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: undefined,
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      403: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  retrieveProfileForCode: {
    id: "retrieveProfileForCode",
    method: "GET",
    path: "/api/v2/{serviceProvider}/profiles/code/{code}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "code"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: false },
      { name: "X-Device-Info", required: false },
      { name: "X-Forwarded-For", required: false },
      { name: "AP-TempPass-Identity", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: undefined,
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      403: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  retrieveAuthorizationDecisions: {
    id: "retrieveAuthorizationDecisions",
    method: "POST",
    path: "/api/v2/{serviceProvider}/decisions/authorize/{mvpd}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "mvpd"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Partner-Framework-Status", required: false },
      { name: "AP-TempPass-Identity", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/json;charset=utf-8",
      required: true,
      properties: [{ name: "resources", required: true, type: "array" }]
    },
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      403: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  retrievePreauthorizationDecisions: {
    id: "retrievePreauthorizationDecisions",
    method: "POST",
    path: "/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "mvpd"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Partner-Framework-Status", required: false },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/json;charset=utf-8",
      required: true,
      properties: [{ name: "resources", required: true, type: "array" }]
    },
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      403: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  initiateLogout: {
    id: "initiateLogout",
    method: "GET",
    path: "/api/v2/{serviceProvider}/logout/{mvpd}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "mvpd"],
    query: [{ name: "redirectUrl", required: true }],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "Adobe-Subject-Token", required: false },
      { name: "X-Roku-Reserved-Roku-Connect-Token", required: false },
      { name: "AD-Service-Token", required: false },
      { name: "AP-Visitor-Identifier", required: false },
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
  },
  retrievePartnerAuthenticationRequest: {
    id: "retrievePartnerAuthenticationRequest",
    method: "POST",
    path: "/api/v2/{serviceProvider}/sessions/sso/{partner}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "partner"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "AP-Partner-Framework-Status", required: true },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/x-www-form-urlencoded",
      required: true,
      properties: [
        { name: "domainName", required: false, type: "string" },
        { name: "redirectUrl", required: false, type: "string" }
      ]
    },
    responses: {
      200: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  },
  createPartnerProfile: {
    id: "createPartnerProfile",
    method: "POST",
    path: "/api/v2/{serviceProvider}/profiles/sso/{partner}",
    authorization: "bearer",
    throttled: true,
    pathParameters: ["serviceProvider", "partner"],
    query: [],
    headers: [
      { name: "AP-Device-Identifier", required: true },
      { name: "X-Device-Info", required: true },
      { name: "X-Forwarded-For", required: false },
      { name: "AP-Partner-Framework-Status", required: true },
      { name: "AP-Visitor-Identifier", required: false },
      { name: "Accept", required: false },
      { name: "User-Agent", required: false }
    ],
    requestBody: {
      contentType: "application/x-www-form-urlencoded",
      required: true,
      properties: [{ name: "SAMLResponse", required: true, type: "string" }]
    },
    responses: {
      200: ["application/json"],
      201: ["application/json"],
      400: ["application/json"],
      401: ["application/json"],
      405: ["application/json"],
      429: ["text/html"],
      500: ["application/json"]
    }
  }
} as const
