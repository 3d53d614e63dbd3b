// Generated from specs/management/proxy-mvpd/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 2b7b04be4542dbe7c64afaffe16c8e51c540242154a2fe16d3307efcd13a23b5

export interface paths {
    readonly "/control/v3/mvpd-proxies/{proxyMvpd}/mvpds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The identifier of the proxy MVPD.
                 * @example ProxyMVPD_Adobe
                 */
                readonly proxyMvpd: string;
            };
            readonly cookie?: never;
        };
        /**
         * Retrieve the proxied MVPDs
         * @description The whole list; there is no paging.
         */
        readonly get: operations["retrieveProxiedMvpds"];
        readonly put?: never;
        /**
         * Replace the proxied MVPDs
         * @description The document replaces the whole list: a document without `proxiedMvpd` removes every MVPD. Push only when the list has changed.
         */
        readonly post: operations["replaceProxiedMvpds"];
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
        /** @description A `proxiedMvpds` document of the schema in proxied-mvpds.xsd, at most one `proxiedMvpd` for each id. */
        readonly ProxiedMvpdsDocument: string;
        /** @description Explanation for an operator. Undocumented; possibly empty. Never parse it. */
        readonly Failure: string;
    };
    responses: {
        /** @description The access token is not valid, or the caller's address is not on the allow list. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
        /** @description The identifier is not configured as a proxy MVPD, or the operation is not supported for it. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
        /** @description The method is neither GET nor POST. */
        readonly MethodNotAllowed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
        /** @description The server failed. */
        readonly ServerError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "text/plain": components["schemas"]["Failure"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly retrieveProxiedMvpds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The identifier of the proxy MVPD.
                 * @example ProxyMVPD_Adobe
                 */
                readonly proxyMvpd: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The list, as XML of the schema in proxied-mvpds.xsd. Samples use no namespace (C-PMV-3). */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": components["schemas"]["ProxiedMvpdsDocument"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 500: components["responses"]["ServerError"];
        };
    };
    readonly replaceProxiedMvpds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The identifier of the proxy MVPD.
                 * @example ProxyMVPD_Adobe
                 */
                readonly proxyMvpd: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": {
                    readonly "proxied-mvpds": components["schemas"]["ProxiedMvpdsDocument"];
                };
            };
        };
        readonly responses: {
            /** @description The list is stored. No body is described. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The document violates the schema, ids are not unique, or a requestor id does not exist. Nothing was stored. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 405: components["responses"]["MethodNotAllowed"];
            readonly 500: components["responses"]["ServerError"];
        };
    };
}
