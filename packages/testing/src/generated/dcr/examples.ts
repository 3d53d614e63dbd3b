// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

export const examples = {
  registerClient: {
    201: {
      "application/json": {
        clientCredentials: {
          client_id: "s6BhdRkqt3",
          client_secret: "t7AkePiru4",
          client_id_issued_at: 1723227212,
          redirect_uris: ["app://com.programmer.adobe#sdasdsadas"],
          grant_types: ["client_credentials"],
          scopes: ["api:client:v2"]
        }
      }
    },
    400: {
      "application/json": {
        invalid_request: { error: "invalid_request" },
        invalid_redirect_uri: { error: "invalid_redirect_uri" },
        invalid_software_statement: { error: "invalid_software_statement" },
        unapproved_software_statement: { error: "unapproved_software_statement" }
      }
    },
    429: {
      "text/html": {
        tooManyRequests: "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too Many Requests</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n"
      }
    }
  },
  retrieveAccessToken: {
    201: {
      "application/json": {
        accessToken: {
          id: "a932f8f0-210a-41a4-b2a8-377751f6b76f",
          access_token: "2YotnFZFEjr1zCsicMWpAA",
          created_at: 1752148106221,
          expires_in: 21600,
          token_type: "bearer"
        }
      }
    },
    400: {
      "application/json": {
        invalid_request: { error: "invalid_request" },
        invalid_client: { error: "invalid_client" },
        unauthorized_client: { error: "unauthorized_client" },
        unsupported_grant_type: { error: "unsupported_grant_type" }
      }
    },
    429: {
      "text/html": {
        tooManyRequests: "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too Many Requests</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n"
      }
    }
  }
} as const
