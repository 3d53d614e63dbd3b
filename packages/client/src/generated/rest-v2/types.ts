// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 fb79d500903431b965dedb249d2435741cc82e8ca1d7cfa2f33b094efcd2fba9

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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        readonly BoardingStatus: "SUPPORTED" | "PICKER" | (string & {});
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
        readonly EnhancedErrorAction: "none" | "configuration" | "application-registration" | "authentication" | "authorization" | "retry" | (string & {});
        /**
         * @description Identifies an enhanced error. What each code means and asks for is in `x-enhanced-errors`. Any code can arrive as a whole body or inside a decision, on any operation. Outdated drawings show others (`temppass_expired`, `temppass_max_resources_exceeded`, C-V2-17): carry unknown codes, never reject them.
         * @enum {string}
         */
        readonly EnhancedErrorCode: "invalid_parameter_service_provider" | "invalid_parameter_mvpd" | "invalid_parameter_code" | "invalid_parameter_resources" | "invalid_parameter_redirect_url" | "invalid_parameter_partner" | "invalid_parameter_saml_response" | "invalid_header_device_info" | "invalid_header_device_identifier" | "invalid_header_identity_for_temporary_access" | "invalid_header_pfs_permission_access_not_present" | "invalid_header_pfs_permission_access_not_determined" | "invalid_header_pfs_permission_access_not_granted" | "invalid_header_pfs_provider_id_not_determined" | "invalid_header_pfs_provider_id_mismatch" | "invalid_header_pfs_provider_info_expired" | "invalid_integration" | "invalid_authentication_session" | "preauthorization_denied_by_mvpd" | "authorization_denied_by_mvpd" | "authorization_denied_by_parental_controls" | "authorization_denied_by_degradation_rule" | "internal_server_error" | "too_many_resources" | "invalid_configuration_user_metadata_certificate" | "invalid_configuration_temporary_access" | "invalid_configuration_platform" | "invalid_configuration_platform_id" | "invalid_configuration_platform_trait" | "invalid_configuration_platform_category_trait" | "invalid_configuration_platform_services" | "invalid_configuration_mvpd_platform" | "invalid_configuration_mvpd_platform_boarding_status" | "invalid_configuration_mvpd_platform_profile_exchange" | "invalid_access_token_service_provider" | "invalid_access_token_client_application" | "authenticated_profile_missing" | "authenticated_profile_expired" | "authenticated_profile_invalidated" | "temporary_access_duration_limit_exceeded" | "temporary_access_resources_limit_exceeded" | "authorization_denied_by_hba_policies" | "authorization_denied_by_session_invalidated" | "identity_not_recognized_by_mvpd" | "network_received_error" | "network_connection_timeout" | "maximum_execution_time_exceeded" | (string & {});
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
        /** @description Throttled: the device, identified by its IP address, used up its requests. Wait at least one second before any other request of that device. There is no `Retry-After` and no JSON: recognise this answer by its status alone. */
        readonly TooManyRequests: {
            headers: {
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
    };
    parameters: {
        /**
         * @description Id of the channel or brand, once called requestor id.
         * @example REF30
         */
        readonly ServiceProvider: string;
        /**
         * @description Not documented (U-V2-4).
         * @example default
         */
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
                /**
                 * @description Not documented (U-V2-4).
                 * @example default
                 */
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
}
