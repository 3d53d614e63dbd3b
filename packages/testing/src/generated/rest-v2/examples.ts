// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

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
  },
  createAuthenticationSession: {
    200: {
      "application/json": {
        authenticate: {
          actionName: "authenticate",
          actionType: "interactive",
          reasonType: "none",
          url: "/api/v2/authenticate/REF30/8ER640M",
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        authenticateWithNumericTimestamps: {
          actionName: "authenticate",
          actionType: "interactive",
          reasonType: "none",
          url: "/api/v2/authenticate/REF30/8ER640M",
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: 1733735289035,
          notAfter: 1733737089035
        },
        resume: {
          actionName: "resume",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/sessions/8ER640M",
          missingParameters: ["mvpd", "domainName", "redirectUrl"],
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        resumeNamingDomain: {
          actionName: "resume",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/sessions/8ER640M",
          missingParameters: ["mvpd", "domain", "redirectUrl"],
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        resumeWithMvpd: {
          actionName: "resume",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/sessions/8ER640M",
          missingParameters: ["domainName", "redirectUrl"],
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        authorizeAuthenticated: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "authenticated",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        },
        authorizeAuthenticatedSSO: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "authenticatedSSO",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        },
        authorizeTemporary: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "temporary",
          url: "/api/v2/REF30/decisions/authorize/TempPass_TEST40",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "TempPass_TEST40",
          serviceProvider: "REF30"
        },
        authorizeDegraded: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "degraded",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
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
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_redirect_url: {
          action: "none",
          status: 400,
          code: "invalid_parameter_redirect_url",
          message: "The redirect URL parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
        },
        wrapped: {
          error: {
            action: "none",
            status: 400,
            code: "invalid_parameter_service_provider",
            message: "The service provider parameter value is missing or invalid.",
            helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
            trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
          }
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
  },
  resumeAuthenticationSession: {
    200: {
      "application/json": {
        authenticate: {
          actionName: "authenticate",
          actionType: "interactive",
          reasonType: "none",
          url: "/api/v2/authenticate/REF30/8ER640M",
          code: "8ER640M",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        retry: {
          actionName: "retry",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/sessions/8BLW4RW",
          missingParameters: ["redirectUrl"],
          code: "8BLW4RW",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        retryWithoutMvpd: {
          actionName: "retry",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/sessions/8BLW4RW",
          missingParameters: ["mvpd"],
          code: "8BLW4RW",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        authorizeAuthenticated: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "authenticated",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        },
        authorizeTemporary: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "temporary",
          url: "/api/v2/REF30/decisions/authorize/TempPass_TEST40",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "TempPass_TEST40",
          serviceProvider: "REF30"
        },
        authorizeDegraded: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "degraded",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        }
      }
    },
    400: {
      "application/json": {
        invalid_authentication_session: {
          action: "none",
          status: 400,
          code: "invalid_authentication_session",
          message: "The authentication session for this request is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_code: {
          action: "none",
          status: 400,
          code: "invalid_parameter_code",
          message: "The authentication code parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_service_provider: {
          action: "none",
          status: 400,
          code: "invalid_parameter_service_provider",
          message: "The service provider parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_redirect_url: {
          action: "none",
          status: 400,
          code: "invalid_parameter_redirect_url",
          message: "The redirect URL parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
  },
  retrieveAuthenticationSession: {
    200: {
      "application/json": {
        incompleteSession: {
          missingParameters: ["mvpd"],
          existingParameters: { redirectUrl: "https://adobe.com", domainName: "adobe.com", serviceProvider: "REF30" },
          device: {
            type: "Desktop",
            model: null,
            version: { major: 0, minor: 0, patch: 0, profile: "" },
            hardware: {
              name: null,
              vendor: "Apple",
              version: { major: 0, minor: 0, patch: 0, profile: "" },
              manufacturer: "Apple"
            },
            operatingSystem: {
              name: "macOS",
              family: "macOS",
              vendor: "Apple",
              version: { major: 10, minor: 15, patch: 7, profile: "" }
            },
            browser: {
              name: "Chrome",
              vendor: "Google",
              version: { major: 140, minor: 0, patch: 0, profile: "" },
              userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0",
              originalUserAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0"
            },
            display: { width: 0, height: 0, ppi: 0, name: "DISPLAY", vendor: null, version: null, diagonalSize: null },
            applicationId: null,
            connection: { ipAddress: "203.45.101.20", port: "3061", secure: false, type: null }
          },
          notBefore: "1761299929958",
          notAfter: "1761301729958"
        },
        completeSession: {
          existingParameters: {
            mvpd: "Cablevision",
            redirectUrl: "https://adobe.com",
            domainName: "adobe.com",
            serviceProvider: "REF30"
          },
          device: {
            type: "Desktop",
            model: null,
            version: { major: 0, minor: 0, patch: 0, profile: "" },
            hardware: {
              name: null,
              vendor: "Apple",
              version: { major: 0, minor: 0, patch: 0, profile: "" },
              manufacturer: "Apple"
            },
            operatingSystem: {
              name: "macOS",
              family: "macOS",
              vendor: "Apple",
              version: { major: 10, minor: 15, patch: 7, profile: "" }
            },
            browser: {
              name: "Chrome",
              vendor: "Google",
              version: { major: 140, minor: 0, patch: 0, profile: "" },
              userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0",
              originalUserAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0"
            },
            display: { width: 0, height: 0, ppi: 0, name: "DISPLAY", vendor: null, version: null, diagonalSize: null },
            applicationId: null,
            connection: { ipAddress: "203.45.101.20", port: "3061", secure: false, type: null }
          },
          notBefore: "1761299929958",
          notAfter: "1761301729958"
        },
        completeSessionNamingDomain: {
          existingParameters: {
            mvpd: "Cablevision",
            redirectUrl: "https://adobe.com",
            domain: "adobe.com",
            serviceProvider: "REF30"
          },
          device: {
            type: "Desktop",
            model: null,
            version: { major: 0, minor: 0, patch: 0, profile: "" },
            hardware: {
              name: null,
              vendor: "Apple",
              version: { major: 0, minor: 0, patch: 0, profile: "" },
              manufacturer: "Apple"
            },
            operatingSystem: {
              name: "macOS",
              family: "macOS",
              vendor: "Apple",
              version: { major: 10, minor: 15, patch: 7, profile: "" }
            },
            browser: {
              name: "Chrome",
              vendor: "Google",
              version: { major: 140, minor: 0, patch: 0, profile: "" },
              userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0",
              originalUserAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0.0.0"
            },
            display: { width: 0, height: 0, ppi: 0, name: "DISPLAY", vendor: null, version: null, diagonalSize: null },
            applicationId: null,
            connection: { ipAddress: "203.45.101.20", port: "3061", secure: false, type: null }
          },
          notBefore: "1761299929958",
          notAfter: "1761301729958"
        }
      }
    },
    400: {
      "application/json": {
        invalid_authentication_session: {
          action: "none",
          status: 400,
          code: "invalid_authentication_session",
          message: "The authentication session for this request is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_code: {
          action: "none",
          status: 400,
          code: "invalid_parameter_code",
          message: "The authentication code parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_service_provider: {
          action: "none",
          status: 400,
          code: "invalid_parameter_service_provider",
          message: "The service provider parameter value is missing or invalid.",
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
  },
  performAuthentication: {
    302: {},
    400: { "text/html": { page: "<html></html>" } },
    405: { "text/html": { page: "<html></html>" } },
    429: {
      "text/html": {
        tooManyRequests: "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n<center><h1>429 Too Many Requests</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>\r\n"
      }
    },
    500: { "text/html": { page: "<html></html>" } }
  },
  retrieveProfiles: {
    200: {
      "application/json": {
        noProfile: { profiles: {} },
        regularProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                householdID: { value: "BASE64_value_householdId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" }
              }
            }
          }
        },
        regularProfileWithEveryAttribute: {
          profiles: {
            Spectrum: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Spectrum",
              type: "regular",
              attributes: {
                userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                upstreamUserID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                householdID: { value: "7b3d6a1e", state: "plain" },
                mvpd: { value: "Spectrum", state: "plain" },
                primaryOID: { value: "100200300", state: "plain" },
                typeID: { value: "Primary", state: "plain" },
                is_hoh: { value: "1", state: "plain" },
                hba_status: { value: true, state: "plain" },
                allowMirroring: { value: "true", state: "plain" },
                zip: { value: ["77754", "12345"], state: "plain" },
                encryptedZip: { value: "BASE64_value_zip", state: "plain" },
                channelID: { value: ["channel-1", "channel-2"], state: "plain" },
                maxRating: { value: { MPAA: "NR", VCHIP: "X", URL: "http://manage.my/parental" }, state: "plain" },
                language: { value: "en", state: "plain" },
                onNet: { value: true, state: "plain" },
                inHome: { value: true, state: "plain" }
              }
            }
          }
        },
        regularProfileEncrypted: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "encrypted" }
              }
            }
          }
        },
        platformSSOProfile: {
          profiles: {
            AdobePass_SMI: {
              notBefore: 1724337476000,
              notAfter: 1724345252000,
              issuer: "AdobePass_SMI",
              type: "platformSSO",
              attributes: { userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" } }
            }
          }
        },
        serviceTokenSSOProfile: {
          profiles: {
            AdobeShibboleth: {
              notBefore: 1748073636999,
              notAfter: 1748105173000,
              issuer: "AdobeShibboleth",
              type: "serviceTokenSSO",
              attributes: {
                upstreamUserID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                userID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                mvpd: { value: "AdobeShibboleth", state: "plain" }
              }
            }
          }
        },
        appleSSOProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Apple",
              type: "appleSSO",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" },
                tokenSource: { value: "Apple", state: "plain" }
              }
            }
          }
        },
        severalProfiles: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                householdID: { value: "BASE64_value_householdId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" }
              }
            },
            AdobeShibboleth: {
              notBefore: 1748073636999,
              notAfter: 1748105173000,
              issuer: "AdobeShibboleth",
              type: "serviceTokenSSO",
              attributes: {
                upstreamUserID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                userID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                mvpd: { value: "AdobeShibboleth", state: "plain" }
              }
            },
            AdobePass_SMI: {
              notBefore: 1724337476000,
              notAfter: 1724345252000,
              issuer: "AdobePass_SMI",
              type: "platformSSO",
              attributes: { userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" } }
            }
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
        },
        invalid_configuration_user_metadata_certificate: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_user_metadata_certificate",
          message: "The user metadata certificate configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  },
  retrieveProfileForMvpd: {
    200: {
      "application/json": {
        noProfile: { profiles: {} },
        regularProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                householdID: { value: "BASE64_value_householdId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" }
              }
            }
          }
        },
        regularProfileWithEveryAttribute: {
          profiles: {
            Spectrum: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Spectrum",
              type: "regular",
              attributes: {
                userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                upstreamUserID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                householdID: { value: "7b3d6a1e", state: "plain" },
                mvpd: { value: "Spectrum", state: "plain" },
                primaryOID: { value: "100200300", state: "plain" },
                typeID: { value: "Primary", state: "plain" },
                is_hoh: { value: "1", state: "plain" },
                hba_status: { value: true, state: "plain" },
                allowMirroring: { value: "true", state: "plain" },
                zip: { value: ["77754", "12345"], state: "plain" },
                encryptedZip: { value: "BASE64_value_zip", state: "plain" },
                channelID: { value: ["channel-1", "channel-2"], state: "plain" },
                maxRating: { value: { MPAA: "NR", VCHIP: "X", URL: "http://manage.my/parental" }, state: "plain" },
                language: { value: "en", state: "plain" },
                onNet: { value: true, state: "plain" },
                inHome: { value: true, state: "plain" }
              }
            }
          }
        },
        regularProfileEncrypted: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "encrypted" }
              }
            }
          }
        },
        platformSSOProfile: {
          profiles: {
            AdobePass_SMI: {
              notBefore: 1724337476000,
              notAfter: 1724345252000,
              issuer: "AdobePass_SMI",
              type: "platformSSO",
              attributes: { userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" } }
            }
          }
        },
        serviceTokenSSOProfile: {
          profiles: {
            AdobeShibboleth: {
              notBefore: 1748073636999,
              notAfter: 1748105173000,
              issuer: "AdobeShibboleth",
              type: "serviceTokenSSO",
              attributes: {
                upstreamUserID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                userID: { value: "AAdzZWNyZXQxBBOxHNWSuW", state: "plain" },
                mvpd: { value: "AdobeShibboleth", state: "plain" }
              }
            }
          }
        },
        appleSSOProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Apple",
              type: "appleSSO",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" },
                tokenSource: { value: "Apple", state: "plain" }
              }
            }
          }
        },
        basicTemporaryProfile: {
          profiles: {
            TempPass_TEST40: {
              notBefore: 1697718650206,
              notAfter: 1697718710206,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                expiration_date: { value: 1697718710206, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        promotionalTemporaryProfile: {
          profiles: {
            flexibleTempPass: {
              notBefore: 1697720528524,
              notAfter: 1697720588524,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                remaining_resources: { value: 1, state: "plain" },
                used_assets: { value: ["res04", "res02", "res03", "res01"], state: "plain" },
                expiration_date: { value: 1697720588524, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        promotionalTemporaryProfileUnused: {
          profiles: {
            flexibleTempPass: {
              notBefore: 1697720528524,
              notAfter: 1697720588524,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                remaining_resources: { value: 5, state: "plain" },
                used_assets: { value: 0, state: "plain" },
                expiration_date: { value: 1697720588524, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        degradedProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1697719042666,
              notAfter: 1697719102666,
              issuer: "Adobe",
              type: "degraded",
              attributes: {
                userID: { value: "95cf93bcd183214a0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
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
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
        },
        invalid_header_identity_for_temporary_access: {
          action: "none",
          status: 400,
          code: "invalid_header_identity_for_temporary_access",
          message: "The identity header value for temporary access is missing or invalid.",
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
    403: {
      "application/json": {
        temporary_access_duration_limit_exceeded: {
          action: "authentication",
          status: 403,
          code: "temporary_access_duration_limit_exceeded",
          message: "The temporary access duration limit has been exceeded.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
        },
        temporary_access_resources_limit_exceeded: {
          action: "authentication",
          status: 403,
          code: "temporary_access_resources_limit_exceeded",
          message: "The temporary access resources limit has been exceeded.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
        },
        authenticated_profile_expired: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_expired",
          message: "The authenticated profile for this request is expired.",
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
        },
        invalid_configuration_temporary_access: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_temporary_access",
          message: "The temporary access configuration is invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_user_metadata_certificate: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_user_metadata_certificate",
          message: "The user metadata certificate configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  },
  retrieveProfileForCode: {
    200: {
      "application/json": {
        noProfile: { profiles: {} },
        regularProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                householdID: { value: "BASE64_value_householdId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" }
              }
            }
          }
        },
        regularProfileWithEveryAttribute: {
          profiles: {
            Spectrum: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Spectrum",
              type: "regular",
              attributes: {
                userID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                upstreamUserID: { value: "38524bdc3d1caac0b3e139003ea0954e15ad9648", state: "plain" },
                householdID: { value: "7b3d6a1e", state: "plain" },
                mvpd: { value: "Spectrum", state: "plain" },
                primaryOID: { value: "100200300", state: "plain" },
                typeID: { value: "Primary", state: "plain" },
                is_hoh: { value: "1", state: "plain" },
                hba_status: { value: true, state: "plain" },
                allowMirroring: { value: "true", state: "plain" },
                zip: { value: ["77754", "12345"], state: "plain" },
                encryptedZip: { value: "BASE64_value_zip", state: "plain" },
                channelID: { value: ["channel-1", "channel-2"], state: "plain" },
                maxRating: { value: { MPAA: "NR", VCHIP: "X", URL: "http://manage.my/parental" }, state: "plain" },
                language: { value: "en", state: "plain" },
                onNet: { value: true, state: "plain" },
                inHome: { value: true, state: "plain" }
              }
            }
          }
        },
        regularProfileEncrypted: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Cablevision",
              type: "regular",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "encrypted" }
              }
            }
          }
        },
        basicTemporaryProfile: {
          profiles: {
            TempPass_TEST40: {
              notBefore: 1697718650206,
              notAfter: 1697718710206,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                expiration_date: { value: 1697718710206, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        promotionalTemporaryProfile: {
          profiles: {
            flexibleTempPass: {
              notBefore: 1697720528524,
              notAfter: 1697720588524,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                remaining_resources: { value: 1, state: "plain" },
                used_assets: { value: ["res04", "res02", "res03", "res01"], state: "plain" },
                expiration_date: { value: 1697720588524, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        promotionalTemporaryProfileUnused: {
          profiles: {
            flexibleTempPass: {
              notBefore: 1697720528524,
              notAfter: 1697720588524,
              issuer: "Adobe",
              type: "temporary",
              attributes: {
                remaining_resources: { value: 5, state: "plain" },
                used_assets: { value: 0, state: "plain" },
                expiration_date: { value: 1697720588524, state: "plain" },
                userID: { value: "temppass_0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        },
        degradedProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1697719042666,
              notAfter: 1697719102666,
              issuer: "Adobe",
              type: "degraded",
              attributes: {
                userID: { value: "95cf93bcd183214a0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        }
      }
    },
    400: {
      "application/json": {
        invalid_authentication_session: {
          action: "none",
          status: 400,
          code: "invalid_authentication_session",
          message: "The authentication session for this request is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_code: {
          action: "none",
          status: 400,
          code: "invalid_parameter_code",
          message: "The authentication code parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_service_provider: {
          action: "none",
          status: 400,
          code: "invalid_parameter_service_provider",
          message: "The service provider parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_identity_for_temporary_access: {
          action: "none",
          status: 400,
          code: "invalid_header_identity_for_temporary_access",
          message: "The identity header value for temporary access is missing or invalid.",
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
    403: {
      "application/json": {
        temporary_access_duration_limit_exceeded: {
          action: "authentication",
          status: 403,
          code: "temporary_access_duration_limit_exceeded",
          message: "The temporary access duration limit has been exceeded.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
        },
        temporary_access_resources_limit_exceeded: {
          action: "authentication",
          status: 403,
          code: "temporary_access_resources_limit_exceeded",
          message: "The temporary access resources limit has been exceeded.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
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
        },
        invalid_configuration_temporary_access: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_temporary_access",
          message: "The temporary access configuration is invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_user_metadata_certificate: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_user_metadata_certificate",
          message: "The user metadata certificate configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  },
  retrieveAuthorizationDecisions: {
    200: {
      "application/json": {
        permit: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        permitWithIssuedAt: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: true,
              token: {
                issuedAt: 1697094207324,
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        permitByDummy: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "dummy",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              }
            }
          ]
        },
        deny: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_mvpd",
                message: "The MVPD has returned a \"Deny\" decision when requesting authorization for the specified resource",
                details: "Your subscription package does not include the \"Live\" channel",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        permitAndDeny: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              }
            },
            {
              resource: "REF40",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_mvpd",
                message: "The MVPD has returned a \"Deny\" decision when requesting authorization for the specified resource",
                details: "Your subscription package does not include the \"Live\" channel",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        denyByParentalControls: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_parental_controls",
                message: "The MVPD has denied the authorization because of its parental controls.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
        },
        denyByHomeBasedAuthentication: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "authorization_denied_by_hba_policies",
                message: "The MVPD has denied the authorization because of its home-based authentication policies.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
        },
        permitByAuthNAll: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        permitByAuthZAll: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              }
            }
          ]
        },
        denyByAuthZNone: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_degradation_rule",
                message: "The integration has an AuthZNone rule applied for the requested resources",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        denyByAuthZNoneWithDetails: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_degradation_rule",
                message: "The integration has an AuthZNone rule applied for the requested resources",
                details: "Live channels are back at 20:00",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        permitTemporary: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "TempPass_TEST40",
              source: "temppass",
              authorized: true,
              token: {
                notBefore: 1697094207324,
                notAfter: 1697094802367,
                serializedToken: "PHNpZ25hdHVyZUluZm8+ZmFrZTwvc2lnbmF0dXJlSW5mbz4="
              },
              notBefore: 1697094207324,
              notAfter: 1697098802367
            }
          ]
        },
        denyTemporaryDuration: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "TempPass_TEST40",
              source: "temppass",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "temporary_access_duration_limit_exceeded",
                message: "The temporary access duration limit has been exceeded.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        denyTemporaryResources: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "apasstest1",
              mvpd: "flexibleTempPass",
              source: "temppass",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "temporary_access_resources_limit_exceeded",
                message: "The temporary access resources limit has been exceeded.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        denyTemporaryConfiguration: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "apasstest1",
              mvpd: "flexibleTempPass",
              source: "temppass",
              authorized: false,
              error: {
                action: "configuration",
                status: 500,
                code: "invalid_configuration_temporary_access",
                message: "The temporary access configuration is invalid.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        denyTemporaryIdentity: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "apasstest1",
              mvpd: "flexibleTempPass",
              source: "temppass",
              authorized: false,
              error: {
                action: "none",
                status: 400,
                code: "invalid_header_identity_for_temporary_access",
                message: "The identity header value for temporary access is missing or invalid.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        profileMissing: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "authenticated_profile_missing",
                message: "The authenticated profile for this request is missing.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
        },
        profileExpired: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "authenticated_profile_expired",
                message: "The authenticated profile for this request is expired.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
        },
        networkError: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "retry",
                status: 403,
                code: "network_received_error",
                message: "There was a read error while retrieving the response from the partner service.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
        },
        tooManyResources: {
          decisions: [
            {
              resource: "REF30",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "configuration",
                status: 403,
                code: "too_many_resources",
                message: "The request names more resources than the configured maximum.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
                trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
              }
            }
          ]
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
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_resources: {
          action: "none",
          status: 400,
          code: "invalid_parameter_resources",
          message: "The resources parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
    403: {
      "application/json": {
        authenticated_profile_missing: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_missing",
          message: "The authenticated profile for this request is missing.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authenticated_profile_expired: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_expired",
          message: "The authenticated profile for this request is expired.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authenticated_profile_invalidated: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_invalidated",
          message: "The authenticated profile for this request was invalidated.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_mvpd: {
          action: "none",
          status: 403,
          code: "authorization_denied_by_mvpd",
          message: "The MVPD has returned a \"Deny\" decision when requesting authorization for the specified resource",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_parental_controls: {
          action: "none",
          status: 403,
          code: "authorization_denied_by_parental_controls",
          message: "The MVPD has denied the authorization because of its parental controls.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_degradation_rule: {
          action: "none",
          status: 403,
          code: "authorization_denied_by_degradation_rule",
          message: "The integration has an AuthZNone rule applied for the requested resources",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_hba_policies: {
          action: "authentication",
          status: 403,
          code: "authorization_denied_by_hba_policies",
          message: "The MVPD has denied the authorization because of its home-based authentication policies.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_session_invalidated: {
          action: "authentication",
          status: 403,
          code: "authorization_denied_by_session_invalidated",
          message: "The identity provider has invalidated the session of the user.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        identity_not_recognized_by_mvpd: {
          action: "authentication",
          status: 403,
          code: "identity_not_recognized_by_mvpd",
          message: "The MVPD does not recognise the identity of the user.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        too_many_resources: {
          action: "configuration",
          status: 403,
          code: "too_many_resources",
          message: "The request names more resources than the configured maximum.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        network_received_error: {
          action: "retry",
          status: 403,
          code: "network_received_error",
          message: "There was a read error while retrieving the response from the partner service.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        network_connection_timeout: {
          action: "retry",
          status: 403,
          code: "network_connection_timeout",
          message: "The connection to the partner service timed out.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        maximum_execution_time_exceeded: {
          action: "retry",
          status: 403,
          code: "maximum_execution_time_exceeded",
          message: "The request did not complete within the maximum execution time.",
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
  },
  retrievePreauthorizationDecisions: {
    200: {
      "application/json": {
        permit: {
          decisions: [
            { resource: "resource1", serviceProvider: "REF30", mvpd: "Cablevision", source: "mvpd", authorized: true }
          ]
        },
        permitByDummy: {
          decisions: [
            { resource: "resource1", serviceProvider: "REF30", mvpd: "Cablevision", source: "dummy", authorized: true }
          ]
        },
        deny: {
          decisions: [
            {
              resource: "resource3",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "preauthorization_denied_by_mvpd",
                message: "The MVPD has returned a \"Deny\" decision when requesting pre-authorization for the specified resource.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        permitAndDeny: {
          decisions: [
            { resource: "resource1", serviceProvider: "REF30", mvpd: "Cablevision", source: "mvpd", authorized: true },
            {
              resource: "resource3",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "preauthorization_denied_by_mvpd",
                message: "The MVPD has returned a \"Deny\" decision when requesting pre-authorization for the specified resource.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        permitByAuthNAll: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true
            },
            {
              resource: "resource2",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true
            }
          ]
        },
        permitByAuthZAll: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true
            },
            {
              resource: "resource2",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: true
            }
          ]
        },
        denyByAuthZNone: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_degradation_rule",
                message: "The integration has an AuthZNone rule applied for the requested resources",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            },
            {
              resource: "resource2",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "degradation",
              authorized: false,
              error: {
                action: "none",
                status: 403,
                code: "authorization_denied_by_degradation_rule",
                message: "The integration has an AuthZNone rule applied for the requested resources",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        permitTemporary: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "TempPass_TEST40",
              source: "temppass",
              authorized: true
            },
            {
              resource: "resource2",
              serviceProvider: "REF30",
              mvpd: "TempPass_TEST40",
              source: "temppass",
              authorized: true
            }
          ]
        },
        profileMissing: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "authenticated_profile_missing",
                message: "The authenticated profile for this request is missing.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        profileExpired: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "authentication",
                status: 403,
                code: "authenticated_profile_expired",
                message: "The authenticated profile for this request is expired.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        networkError: {
          decisions: [
            { resource: "resource1", serviceProvider: "REF30", mvpd: "Cablevision", source: "mvpd", authorized: true },
            {
              resource: "resource2",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "retry",
                status: 403,
                code: "network_received_error",
                message: "There was a read error while retrieving the response from the partner service.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        tooManyResources: {
          decisions: [
            {
              resource: "resource1",
              serviceProvider: "REF30",
              mvpd: "Cablevision",
              source: "mvpd",
              authorized: false,
              error: {
                action: "configuration",
                status: 403,
                code: "too_many_resources",
                message: "The request names more resources than the configured maximum.",
                helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html"
              }
            }
          ]
        },
        noDecisions: { decisions: [] }
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
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_resources: {
          action: "none",
          status: 400,
          code: "invalid_parameter_resources",
          message: "The resources parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
    403: {
      "application/json": {
        authenticated_profile_missing: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_missing",
          message: "The authenticated profile for this request is missing.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authenticated_profile_expired: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_expired",
          message: "The authenticated profile for this request is expired.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authenticated_profile_invalidated: {
          action: "authentication",
          status: 403,
          code: "authenticated_profile_invalidated",
          message: "The authenticated profile for this request was invalidated.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        preauthorization_denied_by_mvpd: {
          action: "none",
          status: 403,
          code: "preauthorization_denied_by_mvpd",
          message: "The MVPD has returned a \"Deny\" decision when requesting pre-authorization for the specified resource.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        authorization_denied_by_degradation_rule: {
          action: "none",
          status: 403,
          code: "authorization_denied_by_degradation_rule",
          message: "The integration has an AuthZNone rule applied for the requested resources",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        too_many_resources: {
          action: "configuration",
          status: 403,
          code: "too_many_resources",
          message: "The request names more resources than the configured maximum.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        network_received_error: {
          action: "retry",
          status: 403,
          code: "network_received_error",
          message: "There was a read error while retrieving the response from the partner service.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        network_connection_timeout: {
          action: "retry",
          status: 403,
          code: "network_connection_timeout",
          message: "The connection to the partner service timed out.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        maximum_execution_time_exceeded: {
          action: "retry",
          status: 403,
          code: "maximum_execution_time_exceeded",
          message: "The request did not complete within the maximum execution time.",
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
  },
  initiateLogout: {
    200: {
      "application/json": {
        logout: {
          logouts: {
            Cablevision: {
              actionName: "logout",
              actionType: "interactive",
              mvpd: "Cablevision",
              url: "https://sp.auth.adobe.com/adobe-services/logout?noflash=true&mso_id=Cablevision&requestor_id=REF30&redirect_url=http%3A%2F%2Fadobe.com"
            }
          }
        },
        logoutAtRelativeUrl: {
          logouts: {
            Spectrum: {
              actionName: "logout",
              actionType: "interactive",
              mvpd: "Spectrum",
              url: "/adobe-services/logout?requestor_id=REF30&mso_id=Spectrum&pt_device_id=c54fa2c80652b10abea58c"
            }
          }
        },
        partnerLogout: {
          logouts: {
            Cablevision: { actionName: "partner_logout", actionType: "partner_interactive", mvpd: "Cablevision" }
          }
        },
        complete: { logouts: { Dish: { actionName: "complete", actionType: "none", mvpd: "Dish" } } },
        completeNamingAnotherMvpd: {
          logouts: { ATTOTT: { actionName: "complete", actionType: "none", mvpd: "Cablevision" } }
        },
        invalid: { logouts: { Cablevision: { actionName: "invalid", actionType: "none", mvpd: "Cablevision" } } }
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
        invalid_parameter_mvpd: {
          action: "none",
          status: 400,
          code: "invalid_parameter_mvpd",
          message: "The mvpd parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_redirect_url: {
          action: "none",
          status: 400,
          code: "invalid_parameter_redirect_url",
          message: "The redirect URL parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
  },
  retrievePartnerAuthenticationRequest: {
    200: {
      "application/json": {
        partnerProfile: {
          actionName: "partner_profile",
          actionType: "direct",
          reasonType: "none",
          url: "/api/v2/REF30/profiles/sso/Apple",
          sessionId: "83c046be-ea4b-4581-b5f2-13e56e69dee9",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          authenticationRequest: {
            type: "saml",
            request: "PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0iVVRGLTgiPz4=",
            attributesNames: ["uid", "NameID", "uniqueId"]
          }
        },
        partnerStatusFallback: {
          actionName: "authenticate",
          actionType: "interactive",
          reasonType: "pfs_fallback",
          url: "/api/v2/authenticate/REF30/OKTWW2W",
          code: "OKTWW2W",
          sessionId: "748f0b9e-a2ae-46d5-acd9-4b4e6d71add7",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        partnerConfigurationFallback: {
          actionName: "authenticate",
          actionType: "interactive",
          reasonType: "configuration_fallback",
          url: "/api/v2/authenticate/REF30/OKTWW2W",
          code: "OKTWW2W",
          sessionId: "748f0b9e-a2ae-46d5-acd9-4b4e6d71add7",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        partnerMissingParametersFallback: {
          actionName: "resume",
          actionType: "direct",
          reasonType: "missing_parameters_fallback",
          missingParameters: ["redirectUrl"],
          url: "/api/v2/REF30/sessions/SB7ZRIO",
          code: "SB7ZRIO",
          sessionId: "1476173f-5088-43b8-b7c3-8cf3a185de0a",
          mvpd: "Cablevision",
          serviceProvider: "REF30",
          notBefore: "1733735289035",
          notAfter: "1733737089035"
        },
        authorizeAuthenticated: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "authenticated",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        },
        authorizeAuthenticatedSSO: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "authenticatedSSO",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
        },
        authorizeDegraded: {
          actionName: "authorize",
          actionType: "direct",
          reasonType: "degraded",
          url: "/api/v2/REF30/decisions/authorize/Cablevision",
          sessionId: "1b614390-6610-4d14-9421-6565f6e75958",
          mvpd: "Cablevision",
          serviceProvider: "REF30"
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
        invalid_parameter_partner: {
          action: "none",
          status: 400,
          code: "invalid_parameter_partner",
          message: "The partner parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_redirect_url: {
          action: "none",
          status: 400,
          code: "invalid_parameter_redirect_url",
          message: "The redirect URL parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
        },
        invalid_configuration_platform: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform",
          message: "The platform configuration of the integration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_id: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_id",
          message: "The platform id configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_trait: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_trait",
          message: "The platform trait configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_category_trait: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_category_trait",
          message: "The platform category trait configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_services: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_services",
          message: "The platform services configuration of the integration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform",
          message: "The mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform_boarding_status: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform_boarding_status",
          message: "The boarding status of the mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform_profile_exchange: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform_profile_exchange",
          message: "The profile exchange of the mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  },
  createPartnerProfile: {
    200: {
      "application/json": {
        degradedProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1697719042666,
              notAfter: 1697719102666,
              issuer: "Adobe",
              type: "degraded",
              attributes: {
                userID: { value: "95cf93bcd183214a0bdf451aa9c8fa60e80f6b99ab48310c73b480f1", state: "plain" }
              }
            }
          }
        }
      }
    },
    201: {
      "application/json": {
        appleSSOProfile: {
          profiles: {
            Cablevision: {
              notBefore: 1752149281000,
              notAfter: 1783685280000,
              issuer: "Apple",
              type: "appleSSO",
              attributes: {
                userID: { value: "BASE64_value_userId", state: "plain" },
                zip: { value: "BASE64_value_zip", state: "enc" },
                tokenSource: { value: "Apple", state: "plain" }
              }
            }
          }
        },
        noProfile: { profiles: {} }
      }
    },
    400: {
      "application/json": {
        invalid_header_pfs_permission_access_not_present: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_permission_access_not_present",
          message: "The permission access status of the partner framework status header is not present.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_pfs_permission_access_not_determined: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_permission_access_not_determined",
          message: "The permission access status of the partner framework status header is not determined.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_pfs_permission_access_not_granted: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_permission_access_not_granted",
          message: "The permission access status of the partner framework status header is not granted.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_pfs_provider_id_not_determined: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_provider_id_not_determined",
          message: "The provider id of the partner framework status header matches no known mvpd.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_pfs_provider_id_mismatch: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_provider_id_mismatch",
          message: "The provider id of the partner framework status header does not match the mvpd parameter.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_header_pfs_provider_info_expired: {
          action: "none",
          status: 400,
          code: "invalid_header_pfs_provider_info_expired",
          message: "The provider information of the partner framework status header is expired.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_saml_response: {
          action: "none",
          status: 400,
          code: "invalid_parameter_saml_response",
          message: "The SAML response parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_service_provider: {
          action: "none",
          status: 400,
          code: "invalid_parameter_service_provider",
          message: "The service provider parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_parameter_partner: {
          action: "none",
          status: 400,
          code: "invalid_parameter_partner",
          message: "The partner parameter value is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_integration: {
          action: "none",
          status: 400,
          code: "invalid_integration",
          message: "There is no active integration between the service provider and the mvpd.",
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
        },
        invalid_configuration_user_metadata_certificate: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_user_metadata_certificate",
          message: "The user metadata certificate configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform",
          message: "The platform configuration of the integration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_id: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_id",
          message: "The platform id configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_trait: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_trait",
          message: "The platform trait configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_category_trait: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_category_trait",
          message: "The platform category trait configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_platform_services: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_platform_services",
          message: "The platform services configuration of the integration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform",
          message: "The mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform_boarding_status: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform_boarding_status",
          message: "The boarding status of the mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        },
        invalid_configuration_mvpd_platform_profile_exchange: {
          action: "configuration",
          status: 500,
          code: "invalid_configuration_mvpd_platform_profile_exchange",
          message: "The profile exchange of the mvpd platform configuration is missing or invalid.",
          helpUrl: "https://experienceleague.adobe.com/docs/pass/authentication/auth-features/error-reportn/enhanced-error-codes.html",
          trace: "12f6fef9-d2e0-422b-a9d7-60d799abe353"
        }
      }
    }
  }
} as const
