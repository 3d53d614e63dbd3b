// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

export interface paths {
    readonly "/o/client/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retrieve client credentials
         * @description Once for each application instance; keep the credentials permanently.
         */
        readonly post: operations["registerClient"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/o/client/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retrieve access token
         * @description Reuse the token for every call until it expires, then call this operation again with the same credentials. Credentials travel in the body only.
         */
        readonly post: operations["retrieveAccessToken"];
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
        /** @description What identifies the application. */
        readonly RegistrationRequest: {
            /** @description The software statement of the registered application, a compact JWS. Opaque. Trim whitespace and line breaks (C-DCR-9). */
            readonly software_statement: string;
            /**
             * Format: uri
             * @description Where the user agent ends after authentication. Has to match a domain of the registered application.
             */
            readonly redirect_uri?: string;
        };
        /** @description The identity of one application instance. It does not expire; losing it costs every profile obtained with it. */
        readonly ClientCredentials: {
            /** @description Opaque. */
            readonly client_id: string;
            /** @description Opaque. Never log it. */
            readonly client_secret: string;
            /**
             * Format: int64
             * @description Epoch **seconds**.
             */
            readonly client_id_issued_at: number;
            /** @description Redirect URIs this client may use; not an echo of the requested one. */
            readonly redirect_uris: readonly string[];
            /** @description Values to use as `grant_type`. */
            readonly grant_types: readonly components["schemas"]["GrantType"][];
            /** @description What the client may call; the REST API V2 needs `api:client:v2`. An array here, unlike the claim of sample tokens (C-DCR-11). */
            readonly scopes: readonly components["schemas"]["Scope"][];
        };
        /** @description Why a registration is refused. Not an enhanced error. */
        readonly RegistrationError: {
            readonly error: components["schemas"]["RegistrationErrorCode"];
        };
        /** @description The credentials of the registration. */
        readonly AccessTokenRequest: {
            /** @description The `client_id` of the registration. */
            readonly client_id: string;
            /** @description The `client_secret` of the registration. */
            readonly client_secret: string;
            readonly grant_type: components["schemas"]["GrantType"];
        };
        /** @description A bearer token for every protected call. */
        readonly AccessToken: {
            /** @description Opaque identifier for tracking user activity. */
            readonly id: string;
            /** @description Opaque value for `Authorization`. Never decode or log it. */
            readonly access_token: string;
            /**
             * Format: int64
             * @description Epoch **milliseconds**.
             */
            readonly created_at: number;
            /** @description Lifetime in **seconds** from issue. */
            readonly expires_in: number;
            readonly token_type: components["schemas"]["TokenType"];
        };
        /** @description Why a token is refused. Not an enhanced error. */
        readonly AccessTokenError: {
            readonly error: components["schemas"]["AccessTokenErrorCode"];
        };
        /**
         * @description * `invalid_request`: a parameter is missing, repeated or unsupported, or the request is malformed. Fix the call.
         *     * `invalid_redirect_uri`: the redirect URI is not acceptable. Fix or omit it.
         *     * `invalid_software_statement`: the statement is invalid. Another one is needed.
         *     * `unapproved_software_statement`: the server does not accept the statement. Have the application approved;
         *       also what to expect for a revoked statement (U-DCR-5).
         * @enum {string}
         */
        readonly RegistrationErrorCode: "invalid_request" | "invalid_redirect_uri" | "invalid_software_statement" | "unapproved_software_statement" | (string & Record<never, never>);
        /**
         * @description * `invalid_request`: a parameter is missing, repeated or unsupported, or there is more than one set of
         *       credentials or way of client authentication. Fix the call.
         *     * `invalid_client`: the credentials are not valid, or not any more. Drop them, register again, at most once.
         *     * `unauthorized_client`: this client may not use this grant type.
         *     * `unsupported_grant_type`: the server does not know this grant type. Send `client_credentials`.
         * @enum {string}
         */
        readonly AccessTokenErrorCode: "invalid_request" | "invalid_client" | "unauthorized_client" | "unsupported_grant_type" | (string & Record<never, never>);
        /**
         * @description Take it from the `grant_types` of the registration.
         * @enum {string}
         */
        readonly GrantType: "client_credentials" | (string & Record<never, never>);
        /**
         * @description What a client may call. `api:client:v2` is the REST API V2.
         * @enum {string}
         */
        readonly Scope: "api:client:v2" | (string & Record<never, never>);
        /**
         * @description Lower case here, although `Authorization` spells it `Bearer`.
         * @enum {string}
         */
        readonly TokenType: "bearer" | (string & Record<never, never>);
    };
    responses: {
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
    };
    parameters: {
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
    readonly registerClient: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
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
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json;charset=utf-8": components["schemas"]["RegistrationRequest"];
            };
        };
        readonly responses: {
            /** @description The application instance is registered. Persist the credentials before using them. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientCredentials"];
                };
            };
            /** @description The registration is refused. Do not repeat it unchanged. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RegistrationError"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly retrieveAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
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
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["AccessTokenRequest"];
            };
        };
        readonly responses: {
            /** @description A token. Persist it with its absolute expiry. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description The token is refused. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessTokenError"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
}
