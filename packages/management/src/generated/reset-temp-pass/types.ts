// Generated from specs/management/reset-temp-pass/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 27c9b6867285d386aea4304bb71ed0c03161c69ba25ef1382628d99a380f03d0

export interface paths {
    readonly "/reset-tempass/v3/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Reset the trial of one device, or of all
         * @description For a basic and for a promotional TempPass. A promotional trial is also recorded under the viewer's key (C-RTP-4): to reset one viewer, call `resetTempPassForKey` as well.
         */
        readonly delete: operations["resetTempPassForDevice"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reset-tempass/v3/reset/generic": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Reset the trial of one viewer, or of all
         * @description For a promotional TempPass only.
         */
        readonly delete: operations["resetTempPassForKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Explanation for an operator. Undocumented; possibly empty. Never parse it. */
        readonly Failure: string;
    };
    responses: {
        /** @description The request is invalid. Do not repeat it. */
        readonly InvalidRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
        /** @description The access token is not valid. Get another with the same client credentials, and repeat once. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
        /** @description The documentation asks for new client credentials and a new token. A missing scope or a service provider of somebody else looks the same: register again once at most, then report it. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
    };
    parameters: {
        /**
         * @description The service provider, as in the paths of REST API V2.
         * @example REF30
         */
        readonly RequestorId: string;
        /**
         * @description The id of the TempPass MVPD, in the case of the configuration.
         * @example TempPass
         */
        readonly MvpdId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly resetTempPassForDevice: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The service provider, as in the paths of REST API V2.
                 * @example REF30
                 */
                readonly requestor_id: components["parameters"]["RequestorId"];
                /**
                 * @description The id of the TempPass MVPD, in the case of the configuration.
                 * @example TempPass
                 */
                readonly mvpd_id: components["parameters"]["MvpdId"];
                /**
                 * @description The device's identifier as it was before Base64 (C-RTP-2), or the literal `all` for every device (C-RTP-1).
                 * @example ba23d141-d715-561c-94f4-e9e4c966b1eb
                 */
                readonly device_id: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The trial is deleted. There is no body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly resetTempPassForKey: {
        readonly parameters: {
            readonly query: {
                /**
                 * @description The service provider, as in the paths of REST API V2.
                 * @example REF30
                 */
                readonly requestor_id: components["parameters"]["RequestorId"];
                /**
                 * @description The id of the TempPass MVPD, in the case of the configuration.
                 * @example TempPass
                 */
                readonly mvpd_id: components["parameters"]["MvpdId"];
                /**
                 * @description The hash that `AP-TempPass-Identity` carried for the viewer (C-RTP-3), or the literal `all` for every viewer.
                 * @example f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7
                 */
                readonly key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The trial is deleted. There is no body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
}
