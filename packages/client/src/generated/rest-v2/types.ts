// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

export interface paths {
    readonly "/api/v2/{serviceProvider}/configuration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve configuration
         * @description The MVPDs with an active integration for the service provider and the platform of the caller. Not specific to a user; needed only when the user has to pick an MVPD.
         */
        readonly get: operations["retrieveConfiguration"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create authentication session
         * @description Start an authentication. The response says what to do next: open a user agent, supply missing parameters, or go on because access exists already. A new code supersedes the earlier one of the same device.
         */
        readonly post: operations["createAuthenticationSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/sessions/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve authentication session
         * @description Look at a session by its code: validate what the user typed, see what is missing and which device waits.
         */
        readonly get: operations["retrieveAuthenticationSession"];
        readonly put?: never;
        /**
         * Resume authentication session
         * @description Supply what a session lacks, usually from a secondary application. Only the missing parameters are needed, sending all is fine.
         */
        readonly post: operations["resumeAuthenticationSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/authenticate/{serviceProvider}/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Perform authentication in user agent
         * @description Open it in a user agent, never with an API client: cookies and several redirects lead to the login page of the MVPD and, after the login, to the `redirectUrl` of the session.
         */
        readonly get: operations["performAuthentication"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/profiles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve profiles
         * @description Every profile of the device, by MVPD. Temporary and degraded access is never among them: ask by MVPD or by code. A single sign-on profile appears only when its header is sent.
         */
        readonly get: operations["retrieveProfiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/profiles/{mvpd}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve profile for specific mvpd
         * @description The profile of one MVPD, temporary and degraded access included. Promotional temporary access needs `AP-TempPass-Identity`.
         */
        readonly get: operations["retrieveProfileForMvpd"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/profiles/code/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve profile for specific code
         * @description Poll it while the user authenticates, every 3 to 5 seconds or more, until a profile is there or the code expires.
         */
        readonly get: operations["retrieveProfileForCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/decisions/authorize/{mvpd}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retrieve authorization decisions
         * @description May the user play this now? Call it before every playback. A permit brings the media token; a denial is a 200 as well.
         */
        readonly post: operations["retrieveAuthorizationDecisions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retrieve preauthorization decisions
         * @description What could the user play? Decorate or filter a catalogue with it, never play on it. There is never a media token.
         */
        readonly post: operations["retrievePreauthorizationDecisions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/logout/{mvpd}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Initiate logout for specific mvpd
         * @description Delete the profiles of one MVPD, and with a header of single sign-on those too. Only on direct request of the user. What is left to do is in the response.
         */
        readonly get: operations["initiateLogout"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/sessions/sso/{partner}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retrieve partner authentication request
         * @description Start an authentication with the framework of a partner. The response holds the request for the framework, or falls back to basic authentication.
         */
        readonly post: operations["retrievePartnerAuthenticationRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v2/{serviceProvider}/profiles/sso/{partner}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create and retrieve profile using partner authentication response
         * @description Turn the response of the partner framework into a profile, once. Later reads go through the other profile operations, with `AP-Partner-Framework-Status`.
         */
        readonly post: operations["createPartnerProfile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The streaming device, its connection and its application, from real values only (C-H-1). Its Base64 is the header.
         * @example {
         *       "primaryHardwareType": "SetTopBox",
         *       "model": "TV 5th Gen",
         *       "version": "5,3",
         *       "manufacturer": "Apple",
         *       "osName": "tvOS",
         *       "osVendor": "Apple",
         *       "osVersion": "11.0",
         *       "connectionType": "WiFi"
         *     }
         */
        readonly DeviceInfo: {
            readonly primaryHardwareType?: components["schemas"]["PrimaryHardwareType"];
            /** @description Such as `iPhone`, `SM-G930V`, `AppleTV`. */
            readonly model: string;
            /** @description Version of the device, such as `2.0.1`. */
            readonly version: string;
            /** @description Such as `Samsung`, `LG`, `ZTE`, `Huawei`, `Motorola`, `Apple`. */
            readonly manufacturer?: string;
            /** @description Such as `Apple`, `Samsung`, `LG`, `Google`. */
            readonly vendor?: string;
            readonly osName: components["schemas"]["OsName"];
            readonly osFamily?: components["schemas"]["OsFamily"];
            readonly osVendor?: components["schemas"]["OsVendor"];
            /** @description Such as `10.2`, `9.0.1`. */
            readonly osVersion: string;
            readonly browserName?: components["schemas"]["BrowserName"];
            readonly browserVendor?: components["schemas"]["BrowserVendor"];
            /** @description Such as `60.0.3112`. */
            readonly browserVersion?: string;
            /** @description The whole user agent. */
            readonly userAgent?: string;
            /** @description Physical width of the screen in pixels. */
            readonly displayWidth?: number;
            /** @description Physical height of the screen in pixels. */
            readonly displayHeight?: number;
            /** @description Pixels an inch, such as `294`. */
            readonly displayPpi?: number;
            /** @description Inches, such as `5.5`. */
            readonly diagonalScreenSize?: number;
            /** @description Public IP address. Home-based authentication needs it. */
            readonly connectionIp?: string;
            /** @description Source port, such as `53124`. Home-based authentication needs it. */
            readonly connectionPort?: number | string;
            readonly connectionType: components["schemas"]["ConnectionType"];
            /** @description `true` for a secure network, `false` for a public hot spot. */
            readonly connectionSecure?: boolean;
            /** @description Id of the application, such as `REF30`. */
            readonly applicationId?: string;
        };
        /**
         * @description What the framework of a partner says about permission and provider. Its Base64 is the header.
         * @example {
         *       "frameworkPermissionInfo": {
         *         "accessStatus": "granted"
         *       },
         *       "frameworkProviderInfo": {
         *         "id": "Cablevision",
         *         "expirationDate": "2025430636000"
         *       }
         *     }
         * @example {
         *       "frameworkPermissionInfo": {
         *         "accessStatus": "denied"
         *       },
         *       "frameworkProviderInfo": {}
         *     }
         */
        readonly PartnerFrameworkStatus: {
            readonly frameworkPermissionInfo: components["schemas"]["FrameworkPermissionInfo"];
            readonly frameworkProviderInfo: components["schemas"]["FrameworkProviderInfo"];
        };
        /** @description A domain of the service provider. */
        readonly Domain: {
            /** @description The domain, such as `adobe.com`. */
            readonly name: string;
            /** @description Whether the MVPD may start the login. */
            readonly mvpdInitiated: boolean;
        };
        /**
         * @description Apple platforms. How far the MVPD takes part in single sign-on of the platform; absent means not at all.
         *
         *     * `SUPPORTED`: fully.
         *     * `PICKER`: only listed in the picker of the platform.
         * @enum {string}
         */
        readonly BoardingStatus: "SUPPORTED" | "PICKER" | (string & Record<never, never>);
        /** @description An identity provider, usually a pay-TV operator. A flag that is absent is unknown or false. */
        readonly Mvpd: {
            /** @description Identifier to use as `mvpd` everywhere. */
            readonly id: string;
            /** @description Name of the brand for the picker. */
            readonly displayName: string;
            /**
             * Format: uri
             * @description Logo for the picker.
             */
            readonly logoUrl: string;
            /** @description Stands for temporary access. Hide it from the picker. */
            readonly isTempPass?: boolean;
            /** @description Reached through another MVPD. */
            readonly isProxy?: boolean;
            readonly boardingStatus?: components["schemas"]["BoardingStatus"];
            /** @description Apple platforms. Id of this MVPD in the framework of the platform. */
            readonly platformMappingId?: string;
            /** @description Apple platforms. Single sign-on of the platform is enabled for this integration. */
            readonly enablePlatformServices?: boolean;
            /** @description Apple platforms. May be shown in the picker of the platform. */
            readonly displayInPlatformPicker?: boolean;
            /** @description Apple platforms. The device has to enforce the permission the user gave on the platform. */
            readonly enforcePlatformPermissions?: boolean;
            /** @description Only in the sample, not described (U-V2-9). */
            readonly authPerAggregator?: boolean;
            /** @description Only in the sample, not described (U-V2-9). */
            readonly passiveAuthnEnabled?: boolean;
            /** @description Only in the sample, not described (U-V2-9). */
            readonly authPerBrowserSession?: boolean;
            /** @description Older API only: SAML attributes expected on login. Read `authenticationRequest.attributesNames` of a session instead. */
            readonly requiredMetadataFields?: readonly string[];
        };
        /** @description The service provider. */
        readonly Requestor: {
            /** @description Id of the service provider. */
            readonly id: string;
            /** @description Name of the brand. */
            readonly name: string;
            /** @description Domains an application may name as `domainName`. */
            readonly domains: readonly components["schemas"]["Domain"][];
            /** @description MVPDs with an active integration. */
            readonly mvpds: readonly components["schemas"]["Mvpd"][];
        };
        /** @description The service provider and its MVPDs. */
        readonly Configuration: {
            /** @description Type of the device, such as `unknown`. */
            readonly device: string;
            /** @description Such as `html5`. Not described (U-V2-9). */
            readonly clientType?: string;
            /** @description Such as `Unknown`. Only in the sample. */
            readonly os?: string;
            /** @description Named by the table, never shown (U-V2-9). */
            readonly errorReporting?: {
                readonly [key: string]: unknown;
            };
            readonly requestor: components["schemas"]["Requestor"];
            /** @description Named by the table only; read `requestor.mvpds` (C-V2-4). */
            readonly mvpds?: readonly components["schemas"]["Mvpd"][];
            /** @description Named by the table only, without type or meaning (C-V2-4, U-V2-9). */
            readonly time?: unknown;
        };
        /**
         * @description The remedy; the most likely one when there are several.
         *
         *     * `none`: no automatic remedy, often a wrong call. Report it; show `details` or `message` of a denial.
         *     * `configuration`: the configuration of the integration is wrong. Stop and alert the operator.
         *     * `application-registration`: register again, after one refresh of the token and at most once.
         *     * `authentication`: authenticate the user, again.
         *     * `authorization`: obtain an authorization decision for the resource.
         *     * `retry`: repeat, two or three times.
         * @enum {string}
         */
        readonly EnhancedErrorAction: "none" | "configuration" | "application-registration" | "authentication" | "authorization" | "retry" | (string & Record<never, never>);
        /**
         * @description Identifies an enhanced error. What each code means and asks for is in `x-enhanced-errors`. Any code can arrive as a whole body or inside a decision, on any operation. Outdated drawings show others (`temppass_expired`, `temppass_max_resources_exceeded`, C-V2-17): carry unknown codes, never reject them.
         * @enum {string}
         */
        readonly EnhancedErrorCode: "invalid_parameter_service_provider" | "invalid_parameter_mvpd" | "invalid_parameter_code" | "invalid_parameter_resources" | "invalid_parameter_redirect_url" | "invalid_parameter_partner" | "invalid_parameter_saml_response" | "invalid_header_device_info" | "invalid_header_device_identifier" | "invalid_header_identity_for_temporary_access" | "invalid_header_pfs_permission_access_not_present" | "invalid_header_pfs_permission_access_not_determined" | "invalid_header_pfs_permission_access_not_granted" | "invalid_header_pfs_provider_id_not_determined" | "invalid_header_pfs_provider_id_mismatch" | "invalid_header_pfs_provider_info_expired" | "invalid_integration" | "invalid_authentication_session" | "preauthorization_denied_by_mvpd" | "authorization_denied_by_mvpd" | "authorization_denied_by_parental_controls" | "authorization_denied_by_degradation_rule" | "internal_server_error" | "too_many_resources" | "invalid_configuration_user_metadata_certificate" | "invalid_configuration_temporary_access" | "invalid_configuration_platform" | "invalid_configuration_platform_id" | "invalid_configuration_platform_trait" | "invalid_configuration_platform_category_trait" | "invalid_configuration_platform_services" | "invalid_configuration_mvpd_platform" | "invalid_configuration_mvpd_platform_boarding_status" | "invalid_configuration_mvpd_platform_profile_exchange" | "invalid_access_token_service_provider" | "invalid_access_token_client_application" | "authenticated_profile_missing" | "authenticated_profile_expired" | "authenticated_profile_invalidated" | "temporary_access_duration_limit_exceeded" | "temporary_access_resources_limit_exceeded" | "authorization_denied_by_hba_policies" | "authorization_denied_by_session_invalidated" | "identity_not_recognized_by_mvpd" | "network_received_error" | "network_connection_timeout" | "maximum_execution_time_exceeded" | (string & Record<never, never>);
        /** @description An error with a code, as a whole body (top-level) or inside a decision (item-level). */
        readonly EnhancedError: {
            readonly action: components["schemas"]["EnhancedErrorAction"];
            /** @description HTTP status associated with the error; may differ from the status of the response. */
            readonly status: number;
            readonly code: components["schemas"]["EnhancedErrorCode"];
            /** @description For humans. Not an identifier, its wording varies. */
            readonly message: string;
            /** @description Text of a partner: the denial message of the MVPD or the degradation message of the programmer. The better text to show for a denial. */
            readonly details?: string;
            /**
             * Format: uri
             * @description Documentation of the error. Never derive it from the code.
             */
            readonly helpUrl?: string;
            /**
             * Format: uuid
             * @description Quote it in support tickets.
             */
            readonly trace?: string;
        };
        /** @description An enhanced error below `error`. Samples show the flat form only. */
        readonly WrappedEnhancedError: {
            readonly error: components["schemas"]["EnhancedError"];
        };
        /** @description The body of a failure, if it has one. The samples are flat, the prose puts the error below `error`: accept both. */
        readonly ErrorBody: components["schemas"]["EnhancedError"] | components["schemas"]["WrappedEnhancedError"];
        /** @description A body about which nothing is documented. It may hold an enhanced error. */
        readonly UnspecifiedError: {
            readonly [key: string]: unknown;
        };
        /** @description What an authentication needs. The response asks for missing parameters: omitting one is not an error. */
        readonly AuthenticationParameters: {
            /** @description Id of the MVPD the user picked. */
            readonly mvpd?: string;
            /** @description Domain of the application that shows the login page, one of `requestor.domains`. */
            readonly domainName?: string;
            /** @description Where the user agent ends after the login at the MVPD. */
            readonly redirectUrl?: string;
        };
        /**
         * @description What to do next.
         *
         *     * `authenticate`: open `url` in a user agent, on this or another device.
         *     * `resume`: supply the missing parameters by resuming the session.
         *     * `retry`: resuming still lacks parameters; resume again.
         *     * `authorize`: a profile, temporary or degraded access exists; go on with decisions.
         *     * `partner_profile`: give `authenticationRequest` to the partner framework, then create the partner profile.
         * @enum {string}
         */
        readonly SessionActionName: "authenticate" | "resume" | "retry" | "authorize" | "partner_profile" | (string & Record<never, never>);
        /**
         * @description How to do it.
         *
         *     * `interactive`: navigate a user agent to `url`.
         *     * `direct`: call `url` with an HTTP client.
         * @enum {string}
         */
        readonly SessionActionType: "interactive" | "direct" | (string & Record<never, never>);
        /**
         * @description Why.
         *
         *     * `none`: authentication has to continue.
         *     * `authenticated`: a basic profile exists.
         *     * `temporary`: temporary access.
         *     * `degraded`: degraded access.
         *     * `authenticatedSSO`: a single sign-on profile exists.
         *     * `pfs_fallback`: basic authentication, because the partner framework status is missing or invalid.
         *     * `configuration_fallback`: basic authentication, because partner single sign-on is not configured.
         *     * `missing_parameters_fallback`: resume, because a parameter is missing or invalid.
         * @enum {string}
         */
        readonly SessionReasonType: "none" | "authenticated" | "temporary" | "degraded" | "authenticatedSSO" | "pfs_fallback" | "configuration_fallback" | "missing_parameters_fallback" | (string & Record<never, never>);
        /**
         * @description A parameter still needed. `domain` asks for the parameter `domainName`.
         * @enum {string}
         */
        readonly MissingParameter: "mvpd" | "domainName" | "domain" | "redirectUrl" | (string & Record<never, never>);
        /** @description Epoch **milliseconds**, as a string or a number. */
        readonly SessionTimestamp: string | number;
        /** @description With `partner_profile` only. Hand it to the partner framework. */
        readonly PartnerAuthenticationRequest: {
            /** @description Protocol of the request; `saml` is the only one known. */
            readonly type: string;
            /** @description The SAML request, Base64. */
            readonly request: string;
            /** @description SAML attributes expected on login. */
            readonly attributesNames: readonly string[];
        };
        /** @description What to do next. Branch on `actionName`, never on `reasonType` alone (C-V2-21). `code`, `notBefore` and `notAfter` are there only while the flow still needs a code. */
        readonly Session: {
            readonly actionName: components["schemas"]["SessionActionName"];
            readonly actionType: components["schemas"]["SessionActionType"];
            readonly reasonType: components["schemas"]["SessionReasonType"];
            /** @description Where to go next; absolute or relative to the origin that was called. */
            readonly url?: string;
            /** @description Authentication code. Show it to the user, or open `url`. */
            readonly code?: string;
            /** @description Parameters still needed, with `resume` and `retry`. */
            readonly missingParameters?: readonly components["schemas"]["MissingParameter"][];
            /**
             * Format: uuid
             * @description Opaque identifier for tracking user activity; no later call takes it (U-V2-10).
             */
            readonly sessionId: string;
            /** @description Id of the MVPD, if known. */
            readonly mvpd?: string;
            /** @description Id of the service provider. */
            readonly serviceProvider: string;
            /** @description The code is not valid before. */
            readonly notBefore?: components["schemas"]["SessionTimestamp"];
            /** @description The code is not valid after; stop polling then. */
            readonly notAfter?: components["schemas"]["SessionTimestamp"];
            readonly authenticationRequest?: components["schemas"]["PartnerAuthenticationRequest"];
        };
        /** @description What the session already knows. */
        readonly ExistingParameters: {
            /** @description Id of the MVPD. */
            readonly mvpd?: string;
            /** @description Domain of the application. */
            readonly domainName?: string;
            /** @description The older name of `domainName`. */
            readonly domain?: string;
            /** @description Where the user agent ends after the login at the MVPD. */
            readonly redirectUrl?: string;
            /** @description Id of the service provider. */
            readonly serviceProvider?: string;
        };
        /** @description A version, taken apart. */
        readonly Version: {
            /** @description First part. */
            readonly major?: number;
            /** @description Second part. */
            readonly minor?: number;
            /** @description Third part. */
            readonly patch?: number;
            /** @description What follows the numbers; often empty. */
            readonly profile?: string;
        };
        /** @description The hardware. */
        readonly HardwareDetails: {
            /** @description Name of the hardware. */
            readonly name?: string | null;
            /** @description Who sells it. */
            readonly vendor?: string | null;
            /** @description Who makes it. */
            readonly manufacturer?: string | null;
            readonly version?: components["schemas"]["Version"];
        };
        /** @description The operating system. */
        readonly OperatingSystemDetails: {
            /** @description Name, such as `macOS`. */
            readonly name?: string | null;
            /** @description Family, such as `macOS`. */
            readonly family?: string | null;
            /** @description Vendor, such as `Apple`. */
            readonly vendor?: string | null;
            readonly version?: components["schemas"]["Version"];
        };
        /** @description The browser. */
        readonly BrowserDetails: {
            /** @description Name, such as `Chrome`. */
            readonly name?: string | null;
            /** @description Vendor, such as `Google`. */
            readonly vendor?: string | null;
            readonly version?: components["schemas"]["Version"];
            /** @description User agent the server works with. */
            readonly userAgent?: string | null;
            /** @description User agent as it was received. */
            readonly originalUserAgent?: string | null;
        };
        /** @description The display. */
        readonly DisplayDetails: {
            /** @description Width in pixels; 0 when unknown. */
            readonly width?: number | null;
            /** @description Height in pixels; 0 when unknown. */
            readonly height?: number | null;
            /** @description Pixels an inch; 0 when unknown. */
            readonly ppi?: number | null;
            /** @description Name, such as `DISPLAY`. */
            readonly name?: string | null;
            /** @description Never shown with a value. */
            readonly vendor?: unknown;
            /** @description Never shown with a value. */
            readonly version?: unknown;
            /** @description Never shown with a value. */
            readonly diagonalSize?: unknown;
        };
        /** @description The network connection. */
        readonly ConnectionDetails: {
            /** @description IP address. */
            readonly ipAddress?: string | null;
            /** @description Source port, a string. */
            readonly port?: string | null;
            /** @description Whether the network is secure. */
            readonly secure?: boolean | null;
            /** @description Type of the connection. */
            readonly type?: string | null;
        };
        /** @description The streaming device that created a session, as the server identified it. */
        readonly DeviceDetails: {
            /** @description Type of the hardware, such as `Desktop`. */
            readonly type?: string | null;
            /** @description Model of the device. */
            readonly model?: string | null;
            readonly version?: components["schemas"]["Version"];
            readonly hardware?: components["schemas"]["HardwareDetails"];
            readonly operatingSystem?: components["schemas"]["OperatingSystemDetails"];
            readonly browser?: components["schemas"]["BrowserDetails"];
            readonly display?: components["schemas"]["DisplayDetails"];
            /** @description Id of the application. */
            readonly applicationId?: string | null;
            readonly connection?: components["schemas"]["ConnectionDetails"];
        };
        /** @description An existing session, as another device sees it by its code. */
        readonly SessionDetails: {
            readonly existingParameters: components["schemas"]["ExistingParameters"];
            /** @description Parameters still needed; absent when the session is complete. */
            readonly missingParameters?: readonly components["schemas"]["MissingParameter"][];
            readonly device: components["schemas"]["DeviceDetails"];
            /** @description The code is not valid before. */
            readonly notBefore: components["schemas"]["SessionTimestamp"];
            /** @description The code is not valid after. */
            readonly notAfter: components["schemas"]["SessionTimestamp"];
        };
        /**
         * @description How the profile came about.
         *
         *     * `regular`: basic authentication.
         *     * `platformSSO`: single sign-on with a platform identity.
         *     * `serviceTokenSSO`: single sign-on with a service token.
         *     * `appleSSO`: single sign-on with the partner Apple.
         *     * `degraded`: an AuthNAll degradation rule.
         *     * `temporary`: temporary access.
         * @enum {string}
         */
        readonly ProfileType: "regular" | "platformSSO" | "serviceTokenSSO" | "appleSSO" | "degraded" | "temporary" | (string & Record<never, never>);
        /**
         * @description Whether the value is readable. Anything other than `plain` is encrypted.
         *
         *     * `plain`: readable.
         *     * `enc`, `encrypted`: encrypted with the certificate of the programmer.
         * @enum {string}
         */
        readonly AttributeState: "plain" | "enc" | "encrypted" | (string & Record<never, never>);
        /** @description An attribute whose value is text. */
        readonly TextAttribute: {
            /** @description The text. */
            readonly value: string;
            readonly state: components["schemas"]["AttributeState"];
        };
        /** @description One entry of the user metadata. */
        readonly ProfileAttribute: {
            /** @description Always a string when encrypted. */
            readonly value: string | number | boolean | readonly unknown[] | {
                readonly [key: string]: unknown;
            };
            readonly state: components["schemas"]["AttributeState"];
        };
        /** @description An attribute whose value is a list of texts. */
        readonly TextListAttribute: {
            /** @description The texts; one string when encrypted. */
            readonly value: readonly string[] | string;
            readonly state: components["schemas"]["AttributeState"];
        };
        /** @description The highest rating the user may watch, by rating system. */
        readonly RatingAttribute: {
            /** @description Such as `MPAA` or `VCHIP` with its rating; one string when encrypted. */
            readonly value: {
                readonly [key: string]: string;
            } | string;
            readonly state: components["schemas"]["AttributeState"];
        };
        /** @description An attribute whose value is a number. */
        readonly NumberAttribute: {
            /** @description The number; a string when encrypted. */
            readonly value: number | string;
            readonly state: components["schemas"]["AttributeState"];
        };
        /** @description User metadata by key. Keys are open-ended, `userID` is the only mandatory one; which others arrive depends on the MVPD and on agreements. */
        readonly ProfileAttributes: {
            /** @description The user; may be a household or a sub-account. Starts with `temppass_` in temporary profiles. */
            readonly userID: components["schemas"]["TextAttribute"];
            /** @description For concurrency monitoring; usually equals `userID`. */
            readonly upstreamUserID?: components["schemas"]["TextAttribute"];
            /** @description The household; some MVPDs update it during authorization. */
            readonly householdID?: components["schemas"]["TextAttribute"];
            /** @description The MVPD id. */
            readonly mvpd?: components["schemas"]["TextAttribute"];
            /** @description AT&T. */
            readonly primaryOID?: components["schemas"]["TextAttribute"];
            /** @description AT&T. */
            readonly typeID?: components["schemas"]["TextAttribute"];
            /** @description Synacor. `1` for the head of the household. */
            readonly is_hoh?: components["schemas"]["TextAttribute"];
            /** @description Whether home-based authentication took place; a boolean or its text. */
            readonly hba_status?: components["schemas"]["ProfileAttribute"];
            /** @description Spectrum. Whether mirroring is allowed; a boolean or its text. */
            readonly allowMirroring?: components["schemas"]["ProfileAttribute"];
            /** @description Postal codes; one string when encrypted. Sensitive. */
            readonly zip?: components["schemas"]["TextListAttribute"];
            /** @description Comcast. The postal code, encrypted by the MVPD. */
            readonly encryptedZip?: components["schemas"]["TextAttribute"];
            /** @description Channels of the user. Prefer preauthorization. */
            readonly channelID?: components["schemas"]["TextListAttribute"];
            readonly maxRating?: components["schemas"]["RatingAttribute"];
            /** @description Language of the user. */
            readonly language?: components["schemas"]["TextAttribute"];
            /** @description Known by name only. */
            readonly onNet?: components["schemas"]["ProfileAttribute"];
            /** @description Known by name only. */
            readonly inHome?: components["schemas"]["ProfileAttribute"];
            /** @description `Apple` in `appleSSO` profiles. */
            readonly tokenSource?: components["schemas"]["TextAttribute"];
            /** @description End of temporary access, epoch **milliseconds**. */
            readonly expiration_date?: components["schemas"]["NumberAttribute"];
            /** @description Resources left of promotional temporary access. */
            readonly remaining_resources?: components["schemas"]["NumberAttribute"];
            /** @description Resources used of promotional temporary access. */
            readonly used_assets?: components["schemas"]["ProfileAttribute"];
        } & {
            readonly [key: string]: components["schemas"]["ProfileAttribute"];
        };
        /** @description Proof that the user is authenticated with an MVPD. */
        readonly Profile: {
            /**
             * Format: int64
             * @description Start of the authentication, epoch **milliseconds**.
             */
            readonly notBefore: number;
            /**
             * Format: int64
             * @description End of the authentication, epoch **milliseconds**. It cannot be extended without the user.
             */
            readonly notAfter: number;
            /** @description The MVPD id, `Adobe` for degraded and temporary access, `Apple` for partner single sign-on. */
            readonly issuer: string;
            readonly type: components["schemas"]["ProfileType"];
            readonly attributes: components["schemas"]["ProfileAttributes"];
        };
        /** @description Profiles by MVPD id. An empty map means "not authenticated": expired profiles are left out, there is no 404. Use the key as the MVPD id, never `issuer`. */
        readonly Profiles: {
            /** @description One profile for each MVPD id. */
            readonly profiles: {
                readonly [key: string]: components["schemas"]["Profile"];
            };
        };
        /** @description What the user wants to watch. */
        readonly RequestedResources: {
            /** @description Simple ids or MRSS/RSS documents. Usually one for authorization, up to five for preauthorization; more give `too_many_resources`. */
            readonly resources: readonly string[];
        };
        /**
         * @description Who decided.
         *
         *     * `mvpd`: the endpoint of the MVPD.
         *     * `degradation`: a degradation rule.
         *     * `temppass`: temporary access.
         *     * `dummy`: the dummy (pre)authorization feature.
         * @enum {string}
         */
        readonly DecisionSource: "mvpd" | "degradation" | "temppass" | "dummy" | (string & Record<never, never>);
        /** @description What authorization and preauthorization decisions have in common. */
        readonly Decision: {
            /** @description The requested resource; a sample echoes it with a trailing blank. */
            readonly resource: string;
            /** @description Id of the service provider. */
            readonly serviceProvider: string;
            /** @description Id of the MVPD. */
            readonly mvpd: string;
            readonly source: components["schemas"]["DecisionSource"];
            /** @description Whether the decision is "permit". */
            readonly authorized: boolean;
            /** @description Why the decision is "deny". */
            readonly error?: components["schemas"]["EnhancedError"];
        };
        /** @description Proof of one permitted playback. Have the programmer's backend verify it (C-MT-2). For one use, never cache it (C-MT-3). Nothing happens when it expires during playback. */
        readonly MediaToken: {
            /**
             * Format: int64
             * @description The token is not valid before, epoch **milliseconds**.
             */
            readonly notBefore: number;
            /**
             * Format: int64
             * @description The token is not valid after, epoch **milliseconds**.
             */
            readonly notAfter: number;
            /**
             * Format: int64
             * @description When the token was issued, epoch **milliseconds**. Usually absent.
             */
            readonly issuedAt?: number;
            /** @description The token for the verifier, Base64. Opaque. Never log it. */
            readonly serializedToken: string;
        };
        /** @description Whether the user may play the resource now. */
        readonly AuthorizationDecision: components["schemas"]["Decision"] & {
            readonly token?: components["schemas"]["MediaToken"];
            /**
             * Format: int64
             * @description The decision is not valid before, epoch **milliseconds**. Absent on some decisions.
             */
            readonly notBefore?: number;
            /**
             * Format: int64
             * @description The decision is not valid after, epoch **milliseconds**. Absent on some decisions.
             */
            readonly notAfter?: number;
        };
        /** @description One decision for each requested resource, in no promised order. */
        readonly AuthorizationDecisions: {
            /** @description Match them on `resource`; a resource without a decision is not permitted. Before release 3.9.0 the list was empty or incomplete when authorization failed. */
            readonly decisions: readonly components["schemas"]["AuthorizationDecision"][];
        };
        /** @description Whether the user could play the resource. Decorate a catalogue with it, never play on it. */
        readonly PreauthorizationDecision: components["schemas"]["Decision"];
        /** @description One decision for each requested resource, in no promised order. */
        readonly PreauthorizationDecisions: {
            /** @description Match them on `resource`; a resource without a decision is not permitted. Before release 3.4.0 the list was empty when there were too many resources. */
            readonly decisions: readonly components["schemas"]["PreauthorizationDecision"][];
        };
        /**
         * @description What to do.
         *
         *     * `logout`: open `url` in a user agent.
         *     * `partner_logout`: tell the user to sign out in the settings of the system.
         *     * `complete`: nothing. The MVPD has no logout endpoint, or access was degraded or temporary.
         *     * `invalid`: nothing. There was no valid profile.
         * @enum {string}
         */
        readonly LogoutActionName: "logout" | "partner_logout" | "complete" | "invalid" | (string & Record<never, never>);
        /**
         * @description How to do it.
         *
         *     * `interactive`: navigate a user agent to `url`.
         *     * `partner_interactive`: the user acts in the settings of the system.
         *     * `none`: nothing to do.
         * @enum {string}
         */
        readonly LogoutActionType: "interactive" | "partner_interactive" | "none" | (string & Record<never, never>);
        /** @description What is left to do for one MVPD. */
        readonly Logout: {
            readonly actionName: components["schemas"]["LogoutActionName"];
            readonly actionType: components["schemas"]["LogoutActionType"];
            /** @description Id of the MVPD. */
            readonly mvpd: string;
            /** @description With `logout`. Open it in a user agent; absolute or relative to the origin that was called. */
            readonly url?: string;
        };
        /** @description What is left to do, by MVPD id. The profiles at Adobe are deleted already. */
        readonly Logouts: {
            /** @description One entry for each MVPD id. Use the key as the MVPD id. */
            readonly logouts: {
                readonly [key: string]: components["schemas"]["Logout"];
            };
        };
        /** @description What the fallback to basic authentication needs. The MVPD is not a parameter: it follows from the provider id of the partner framework. */
        readonly PartnerAuthenticationParameters: {
            /** @description Domain of the application that shows the login page, one of `requestor.domains`. */
            readonly domainName?: string;
            /** @description Where the user agent ends after the login at the MVPD. */
            readonly redirectUrl?: string;
        };
        /** @description The response of the partner framework. */
        readonly PartnerAuthenticationResponse: {
            /** @description The SAML response of the partner framework: white space cleaned up, then Base64. The encoding of the form is the only one on top. */
            readonly SAMLResponse: string;
        };
        /**
         * @description Type of the hardware.
         * @enum {string}
         */
        readonly PrimaryHardwareType: "Camera" | "DataCollectionTerminal" | "Desktop" | "EmbeddedNetworkModule" | "eReader" | "GamesConsole" | "GeolocationTracker" | "Glasses" | "MediaPlayer" | "MobilePhone" | "PaymentTerminal" | "PluginModem" | "SetTopBox" | "TV" | "Tablet" | "WirelessHotspot" | "Wristwatch" | "Unknown" | (string & Record<never, never>);
        /**
         * @description Operating system. Fire OS is `Android` with the vendor `Amazon`.
         * @enum {string}
         */
        readonly OsName: "Android" | "Chrome OS" | "Linux" | "Mac OS" | "OS X" | "OpenBSD" | "Roku OS" | "Windows" | "iOS" | "tvOS" | "webOS" | (string & Record<never, never>);
        /**
         * @description Family of the operating system.
         * @enum {string}
         */
        readonly OsFamily: "Android" | "BSD" | "Linux" | "PlayStation OS" | "Roku OS" | "Symbian" | "Tizen" | "Windows" | "iOS" | "tvOS" | "macOS" | "webOS" | (string & Record<never, never>);
        /**
         * @description Vendor of the operating system.
         * @enum {string}
         */
        readonly OsVendor: "Amazon" | "Apple" | "Google" | "LG" | "Microsoft" | "Mozilla" | "Nintendo" | "Nokia" | "Roku" | "Samsung" | "Sony" | "Tizen Project" | (string & Record<never, never>);
        /**
         * @description Browser.
         * @enum {string}
         */
        readonly BrowserName: "Android Browser" | "Chrome" | "Edge" | "Firefox" | "Internet Explorer" | "Opera" | "Safari" | "SeaMonkey" | "Symbian Browser" | (string & Record<never, never>);
        /**
         * @description Vendor of the browser.
         * @enum {string}
         */
        readonly BrowserVendor: "Amazon" | "Apple" | "Google" | "Microsoft" | "Motorola" | "Mozilla" | "Netscape" | "Nintendo" | "Nokia" | "Samsung" | "Sony Ericsson" | (string & Record<never, never>);
        /**
         * @description Type of the connection; these spellings where possible.
         * @enum {string}
         */
        readonly ConnectionType: "WiFi" | "LAN" | "3G" | "4G" | "5G" | (string & Record<never, never>);
        /**
         * @description * `granted`: the user granted access.
         *     * `denied`: the user denied access.
         *     * `restricted`: the application is not allowed to ask.
         *     * `notDetermined`: the user was not asked or has not decided.
         * @enum {string}
         */
        readonly PartnerFrameworkAccessStatus: "granted" | "denied" | "restricted" | "notDetermined" | (string & Record<never, never>);
        /** @description An error of the framework. */
        readonly FrameworkError: {
            /** @description Code of the framework. */
            readonly code: string;
            /** @description Text of the framework. */
            readonly message: string;
        };
        /** @description Whether the application may ask the framework. */
        readonly FrameworkPermissionInfo: {
            readonly accessStatus: components["schemas"]["PartnerFrameworkAccessStatus"];
            readonly error?: components["schemas"]["FrameworkError"];
        };
        /** @description The MVPD the user signed in with on the platform. Empty when the permission is not granted. */
        readonly FrameworkProviderInfo: {
            /** @description Id of the MVPD in the framework, `platformMappingId` of the configuration. */
            readonly id?: string;
            /** @description End of the login, epoch **milliseconds** as a string. */
            readonly expirationDate?: string;
            readonly error?: components["schemas"]["FrameworkError"];
        };
    };
    responses: {
        /** @description The access token is not acceptable. Get a new one with the same credentials and repeat the request once. The body may also be empty or of another format. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The method is not the one of the operation. */
        readonly MethodNotAllowed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["UnspecifiedError"];
            };
        };
        /** @description Throttled: the device, identified by its IP address, used up its requests. Wait at least one second before any other request of that device. There is no `Retry-After` and no JSON: recognise this response by its status alone. */
        readonly TooManyRequests: {
            headers: {
                /** @description Length of the page in bytes. */
                readonly "Content-Length"?: number;
                /** @description The proxy that throttles. */
                readonly Server?: string;
                /** @description Cookies of the load balancer (`AWSALB`, `AWSALBCORS`). Nothing says that a client has to return them. */
                readonly "Set-Cookie"?: string;
                /** @description Sent without an `Access-Control-Allow-Origin`. */
                readonly "Access-Control-Allow-Credentials"?: string;
                /** @description Methods a browser may use from another origin. */
                readonly "Access-Control-Allow-Methods"?: string;
                /** @description Request headers a browser may send from another origin. The headers of single sign-on, temporary access and the visitor identifier are not among them. */
                readonly "Access-Control-Allow-Headers"?: string;
                /** @description Response headers of older APIs; nothing depends on them. */
                readonly "Access-Control-Expose-Headers"?: string;
                /** @description Privacy policy of the load balancer. */
                readonly P3P?: string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": string;
            };
        };
        /** @description A problem of the server. The body may also be empty. */
        readonly InternalServerError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The service provider or the code is not acceptable. */
        readonly BadRequestPage: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": string;
            };
        };
        /** @description The method is not the one of the operation. */
        readonly MethodNotAllowedPage: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": string;
            };
        };
        /** @description A problem of the server. */
        readonly InternalServerErrorPage: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/html": string;
            };
        };
    };
    parameters: {
        /**
         * @description Id of the channel or brand, once called requestor id.
         * @example REF30
         */
        readonly ServiceProvider: string;
        /** @description Not documented (U-V2-4). */
        readonly ConfigurationProfile: string;
        /**
         * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
         * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
         */
        readonly OptionalDeviceIdentifier: string;
        /**
         * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
         * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
         */
        readonly OptionalDeviceInfo: string;
        /**
         * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
         * @example 203.45.101.20
         */
        readonly ForwardedFor: string;
        /**
         * @description If sent, `application/json;charset=utf-8`.
         * @example application/json;charset=utf-8
         */
        readonly Accept: string;
        /**
         * @description Feeds the platform detection. Browsers set it themselves.
         * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
         */
        readonly UserAgent: string;
        /**
         * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
         * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
         */
        readonly DeviceIdentifier: string;
        /**
         * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
         * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
         */
        readonly DeviceInfo: string;
        /**
         * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
         * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
         */
        readonly AdobeSubjectToken: string;
        /**
         * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
         * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
         */
        readonly RokuConnectToken: string;
        /**
         * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
         * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
         */
        readonly ServiceToken: string;
        /**
         * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
         * @example 55153485014545389372403463213463214567
         */
        readonly VisitorIdentifier: string;
        /**
         * @description Authentication code of a session, exactly as it was issued.
         * @example 8ER640M
         */
        readonly Code: string;
        /**
         * @description Single sign-on with a partner (Apple): Base64 of the JSON object `PartnerFrameworkStatus`. Send it when an `appleSSO` profile is wanted or used.
         * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
         */
        readonly PartnerFrameworkStatus: string;
        /**
         * @description Id of the identity provider, as in the `id` of the configuration.
         * @example Cablevision
         */
        readonly Mvpd: string;
        /**
         * @description Promotional temporary access: Base64 of a JSON object whose key, such as `email`, is agreed in its configuration. Required there; hash the value, no personal data goes to Adobe (C-H-8).
         * @example eyJlbWFpbCI6ImY3ZWU1ZWM3MzEyMTY1MTQ4YjY5ZmNjYTFkMjkwNzViMTRiOGFlZjBiNTA0OGEzMzJiMThiODhkMDkwNjlmYjcifQ==
         */
        readonly TemporaryAccessIdentity: string;
        /**
         * @description Where the user agent ends after the logout at the MVPD. Percent-encoded once.
         * @example https://adobe.com
         */
        readonly LogoutRedirectUrl: string;
        /**
         * @description Id of the partner whose framework signs the user on; `Apple` is the only one known.
         * @example Apple
         */
        readonly Partner: string;
        /**
         * @description Status of the partner framework: Base64 of the JSON object `PartnerFrameworkStatus`. Valid when the permission is `granted`, the provider id present and the expiration in the future.
         * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
         */
        readonly RequiredPartnerFrameworkStatus: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly retrieveConfiguration: {
        readonly parameters: {
            readonly query?: {
                /** @description Not documented (U-V2-4). */
                readonly profile?: components["parameters"]["ConfigurationProfile"];
            };
            readonly header?: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier"?: components["parameters"]["OptionalDeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info"?: components["parameters"]["OptionalDeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The service provider and its MVPDs. Keep it for a few minutes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Configuration"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly createAuthenticationSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["AuthenticationParameters"];
            };
        };
        readonly responses: {
            /** @description What to do next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly retrieveAuthenticationSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier"?: components["parameters"]["OptionalDeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info"?: components["parameters"]["OptionalDeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Authentication code of a session, exactly as it was issued.
                 * @example 8ER640M
                 */
                readonly code: components["parameters"]["Code"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionDetails"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly resumeAuthenticationSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier"?: components["parameters"]["OptionalDeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info"?: components["parameters"]["OptionalDeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Authentication code of a session, exactly as it was issued.
                 * @example 8ER640M
                 */
                readonly code: components["parameters"]["Code"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["AuthenticationParameters"];
            };
        };
        readonly responses: {
            /** @description What to do next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly performAuthentication: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Authentication code of a session, exactly as it was issued.
                 * @example 8ER640M
                 */
                readonly code: components["parameters"]["Code"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The first of several redirects. */
            readonly 302: {
                headers: {
                    /** @description The next page of the login. */
                    readonly Location: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequestPage"];
            readonly 405: components["responses"]["MethodNotAllowedPage"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerErrorPage"];
        };
    };
    readonly retrieveProfiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Single sign-on with a partner (Apple): Base64 of the JSON object `PartnerFrameworkStatus`. Send it when an `appleSSO` profile is wanted or used.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status"?: components["parameters"]["PartnerFrameworkStatus"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The profiles; an empty map means "not authenticated". */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            /** @description A problem of the server. The body may also be empty. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly retrieveProfileForMvpd: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Single sign-on with a partner (Apple): Base64 of the JSON object `PartnerFrameworkStatus`. Send it when an `appleSSO` profile is wanted or used.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status"?: components["parameters"]["PartnerFrameworkStatus"];
                /**
                 * @description Promotional temporary access: Base64 of a JSON object whose key, such as `email`, is agreed in its configuration. Required there; hash the value, no personal data goes to Adobe (C-H-8).
                 * @example eyJlbWFpbCI6ImY3ZWU1ZWM3MzEyMTY1MTQ4YjY5ZmNjYTFkMjkwNzViMTRiOGFlZjBiNTA0OGEzMzJiMThiODhkMDkwNjlmYjcifQ==
                 */
                readonly "AP-TempPass-Identity"?: components["parameters"]["TemporaryAccessIdentity"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the identity provider, as in the `id` of the configuration.
                 * @example Cablevision
                 */
                readonly mvpd: components["parameters"]["Mvpd"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description At most one profile; an empty map means "not authenticated". */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            /** @description Temporary access is used up: ask the user to authenticate with a regular MVPD. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            /** @description A problem of the server. The body may also be empty. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly retrieveProfileForCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier"?: components["parameters"]["OptionalDeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info"?: components["parameters"]["OptionalDeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Promotional temporary access: Base64 of a JSON object whose key, such as `email`, is agreed in its configuration. Required there; hash the value, no personal data goes to Adobe (C-H-8).
                 * @example eyJlbWFpbCI6ImY3ZWU1ZWM3MzEyMTY1MTQ4YjY5ZmNjYTFkMjkwNzViMTRiOGFlZjBiNTA0OGEzMzJiMThiODhkMDkwNjlmYjcifQ==
                 */
                readonly "AP-TempPass-Identity"?: components["parameters"]["TemporaryAccessIdentity"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Authentication code of a session, exactly as it was issued.
                 * @example 8ER640M
                 */
                readonly code: components["parameters"]["Code"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description At most one profile; an empty map means "not yet". */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            /** @description Temporary access is used up: ask the user to authenticate with a regular MVPD. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            /** @description A problem of the server. The body may also be empty. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly retrieveAuthorizationDecisions: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Single sign-on with a partner (Apple): Base64 of the JSON object `PartnerFrameworkStatus`. Send it when an `appleSSO` profile is wanted or used.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status"?: components["parameters"]["PartnerFrameworkStatus"];
                /**
                 * @description Promotional temporary access: Base64 of a JSON object whose key, such as `email`, is agreed in its configuration. Required there; hash the value, no personal data goes to Adobe (C-H-8).
                 * @example eyJlbWFpbCI6ImY3ZWU1ZWM3MzEyMTY1MTQ4YjY5ZmNjYTFkMjkwNzViMTRiOGFlZjBiNTA0OGEzMzJiMThiODhkMDkwNjlmYjcifQ==
                 */
                readonly "AP-TempPass-Identity"?: components["parameters"]["TemporaryAccessIdentity"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the identity provider, as in the `id` of the configuration.
                 * @example Cablevision
                 */
                readonly mvpd: components["parameters"]["Mvpd"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json;charset=utf-8": components["schemas"]["RequestedResources"];
            };
        };
        readonly responses: {
            /** @description The decisions, denials included. Look at each item: errors arrive inside it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthorizationDecisions"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            /** @description The whole request is refused, for example because there is no profile. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly retrievePreauthorizationDecisions: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Single sign-on with a partner (Apple): Base64 of the JSON object `PartnerFrameworkStatus`. Send it when an `appleSSO` profile is wanted or used.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status"?: components["parameters"]["PartnerFrameworkStatus"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the identity provider, as in the `id` of the configuration.
                 * @example Cablevision
                 */
                readonly mvpd: components["parameters"]["Mvpd"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json;charset=utf-8": components["schemas"]["RequestedResources"];
            };
        };
        readonly responses: {
            /** @description The decisions, denials included. Look at each item: errors arrive inside it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreauthorizationDecisions"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            /** @description The whole request is refused, for example because there is no profile. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly initiateLogout: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description Where the user agent ends after the logout at the MVPD. Percent-encoded once.
                 * @example https://adobe.com
                 */
                readonly redirectUrl: components["parameters"]["LogoutRedirectUrl"];
            };
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Single sign-on with the platform identity of Amazon Fire TV: a JWS or JWE of the platform, opaque (C-H-5). Fetch it fresh for each request.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "Adobe-Subject-Token"?: components["parameters"]["AdobeSubjectToken"];
                /**
                 * @description Single sign-on with the platform identity of Roku: a JWS or JWE. RokuOS adds it by itself to HTTPS requests; a server forwards what it received.
                 * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI1ZmNjMzA4NyJ9.c2lnbmF0dXJl
                 */
                readonly "X-Roku-Reserved-Roku-Connect-Token"?: components["parameters"]["RokuConnectToken"];
                /**
                 * @description Single sign-on with a service token: a compact JWS (RS256) of the programmer's identity service. The same user has the same `sub` on every device. Agree on the spelling of `aud` with Adobe (C-H-6).
                 * @example eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJKYW5lIiwiYXVkIjoiYWRvYmUifQ.c2lnbmF0dXJl
                 */
                readonly "AD-Service-Token"?: components["parameters"]["ServiceToken"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the identity provider, as in the `id` of the configuration.
                 * @example Cablevision
                 */
                readonly mvpd: components["parameters"]["Mvpd"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is left to do, by MVPD. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Logouts"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly retrievePartnerAuthenticationRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Status of the partner framework: Base64 of the JSON object `PartnerFrameworkStatus`. Valid when the permission is `granted`, the provider id present and the expiration in the future.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status": components["parameters"]["RequiredPartnerFrameworkStatus"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the partner whose framework signs the user on; `Apple` is the only one known.
                 * @example Apple
                 */
                readonly partner: components["parameters"]["Partner"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["PartnerAuthenticationParameters"];
            };
        };
        readonly responses: {
            /** @description What to do next. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            /** @description A problem of the server. The body may also be empty. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readonly createPartnerProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description The streaming device, also when a server makes the call: `fingerprint`, one space, then the Base64 of an identifier that the application chose. Unique for each device and stable across updates and reboots: another value invalidates every profile.
                 * @example fingerprint YmEyM2QxNDEtZDcxNS01NjFjLTk0ZjQtZTllNGM5NjZiMWVi
                 */
                readonly "AP-Device-Identifier": components["parameters"]["DeviceIdentifier"];
                /**
                 * @description Device, connection and application of the streaming device: Base64 of the UTF-8 bytes of a JSON object (schema `DeviceInfo` of the REST API V2). Without it the request may count as platform `unknown`, which shortens authentication.
                 * @example eyJwcmltYXJ5SGFyZHdhcmVUeXBlIjoiU2V0VG9wQm94IiwibW9kZWwiOiJUViA1dGggR2VuIiwidmVyc2lvbiI6IjUsMyIsIm1hbnVmYWN0dXJlciI6IkFwcGxlIiwib3NOYW1lIjoidHZPUyIsIm9zVmVuZG9yIjoiQXBwbGUiLCJvc1ZlcnNpb24iOiIxMS4wIiwiY29ubmVjdGlvblR5cGUiOiJXaUZpIn0=
                 */
                readonly "X-Device-Info": components["parameters"]["DeviceInfo"];
                /**
                 * @description Public IP address of the streaming device: one address, no list, no port. It is the key of the throttle. A server sends it on every call (C-THR-3, C-DCR-8), an application on the device never does.
                 * @example 203.45.101.20
                 */
                readonly "X-Forwarded-For"?: components["parameters"]["ForwardedFor"];
                /**
                 * @description Status of the partner framework: Base64 of the JSON object `PartnerFrameworkStatus`. Valid when the permission is `granted`, the provider id present and the expiration in the future.
                 * @example ewogICAgImZyYW1ld29ya1Blcm1pc3Npb25JbmZvIjogewogICAgICAiYWNjZXNzU3RhdHVzIjogImdyYW50ZWQiCiAgICB9LAogICAgImZyYW1ld29ya1Byb3ZpZGVySW5mbyIgOiB7CiAgICAgICJpZCIgOiAiQ2FibGV2aXNpb24iLAogICAgICAiZXhwaXJhdGlvbkRhdGUiIDogIjIwMjU0MzA2MzYwMDAiCiAgICB9Cn0=
                 */
                readonly "AP-Partner-Framework-Status": components["parameters"]["RequiredPartnerFrameworkStatus"];
                /**
                 * @description Experience Cloud ID (ECID), which links entitlement data with Adobe Experience Cloud reports.
                 * @example 55153485014545389372403463213463214567
                 */
                readonly "AP-Visitor-Identifier"?: components["parameters"]["VisitorIdentifier"];
                /**
                 * @description If sent, `application/json;charset=utf-8`.
                 * @example application/json;charset=utf-8
                 */
                readonly Accept?: components["parameters"]["Accept"];
                /**
                 * @description Feeds the platform detection. Browsers set it themselves.
                 * @example Mozilla/5.0 (Linux; Android 14; SM-S901U) ExampleTV/2.0.1
                 */
                readonly "User-Agent"?: components["parameters"]["UserAgent"];
            };
            readonly path: {
                /**
                 * @description Id of the channel or brand, once called requestor id.
                 * @example REF30
                 */
                readonly serviceProvider: components["parameters"]["ServiceProvider"];
                /**
                 * @description Id of the partner whose framework signs the user on; `Apple` is the only one known.
                 * @example Apple
                 */
                readonly partner: components["parameters"]["Partner"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["PartnerAuthenticationResponse"];
            };
        };
        readonly responses: {
            /** @description Degraded access instead of a partner profile. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            /** @description The profile is created. The map may be empty. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Profiles"];
                };
            };
            /** @description Invalid request. Correct it before trying again. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 429: components["responses"]["TooManyRequests"];
            /** @description A problem of the server. The body may also be empty. */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
