// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 fb79d500903431b965dedb249d2435741cc82e8ca1d7cfa2f33b094efcd2fba9

export const examples = {
  retrieveConfiguration: {
    200: {
      "application/json": {
        browser: {
          device: "unknown",
          clientType: "html5",
          os: "Unknown",
          requestor: {
            id: "REF30",
            name: "Reference site only in 30",
            domains: [{ name: "adobe.com", mvpdInitiated: false }],
            mvpds: [
              {
                id: "AdobePass_SMI",
                displayName: "Adobe Pass SMI",
                logoUrl: "https://example.com/logos/adobe-logo.jpg",
                authPerAggregator: false
              },
              {
                id: "TempPass_TEST40",
                displayName: "Adobe Temp Pass Test 3 min",
                logoUrl: "https://example.com/logos/noLogo.png",
                authPerAggregator: true,
                isTempPass: true
              },
              {
                id: "TempPass",
                displayName: "Temp-Pass",
                logoUrl: "https://example.com/logos/noLogo.png",
                passiveAuthnEnabled: false,
                authPerAggregator: true,
                isTempPass: true
              },
              {
                id: "Comcast_SSO_Perf",
                displayName: "Xfinity Perf",
                logoUrl: "https://example.com/logos/mvpd_comcast_logo112x33.gif",
                authPerAggregator: true,
                authPerBrowserSession: true
              }
            ]
          }
        },
        applePlatform: {
          device: "unknown",
          clientType: "html5",
          os: "Unknown",
          requestor: {
            id: "REF30",
            name: "Reference site only in 30",
            domains: [{ name: "adobe.com", mvpdInitiated: false }],
            mvpds: [
              {
                id: "Cablevision",
                displayName: "Cablevision",
                logoUrl: "https://example.com/logos/cablevision.png",
                boardingStatus: "SUPPORTED",
                platformMappingId: "Cablevision",
                enablePlatformServices: true,
                displayInPlatformPicker: true,
                enforcePlatformPermissions: true
              },
              {
                id: "Spectrum",
                displayName: "Spectrum",
                logoUrl: "https://example.com/logos/spectrum.png",
                boardingStatus: "PICKER",
                displayInPlatformPicker: true,
                isProxy: true
              }
            ]
          }
        }
      }
    },
    400: {
      "application/json": {
        invalid_parameter_service_provider: {
          action: "none",
          status: 400,
          code: "invalid_parameter_service_provider",
          message: "The service provider parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_device_identifier: {
          action: "none",
          status: 400,
          code: "invalid_header_device_identifier",
          message: "The device identifier header value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_device_info: {
          action: "none",
          status: 400,
          code: "invalid_header_device_info",
          message: "The device information header value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    },
    401: {
      "application/json": {
        invalid_access_token_service_provider: {
          action: "application-registration",
          status: 401,
          code: "invalid_access_token_service_provider",
          message: "The access token is not valid for the service provider.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_access_token_client_application: {
          action: "application-registration",
          status: 401,
          code: "invalid_access_token_client_application",
          message: "The client application of the access token is not valid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    },
    405: { "application/json": { withoutEnhancedError: {} } },
    429: {
      "text/html": {
        tooManyRequests: "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too Many Requests</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n"
      }
    },
    500: {
      "application/json": {
        internal_server_error: {
          action: "none",
          status: 500,
          code: "internal_server_error",
          message: "The request failed because of an internal server error.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  }
} as const
