// Generated from specs/management/esm/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 692e82e56de8d8d61d4da38c947a0894b8591e0a9e782dd7d4ab0c3e4f5799e9

export interface paths {
    readonly "/esm/v3/{dimensions}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Retrieve a report
         * @description The root, `/esm/v3`, is one record over everything. Filters are query parameters named after a dimension: `mvpd=X` equals, repeated for any of several; `mvpd!=X` does not equal; a bare `platform` includes the dimension as a column.
         */
        readonly get: operations["retrieveReport"];
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
        /** @description HAL. */
        readonly Report: {
            readonly _links?: components["schemas"]["ReportLinks"];
            /** @description The rows. The order of members is not guaranteed. */
            readonly report: readonly components["schemas"]["ReportRow"][];
        };
        /** @description Dimensions and metrics. Every value is a string, numbers included. */
        readonly ReportRow: {
            readonly [key: string]: string | number;
        };
        /** @description One link or several for each relation. */
        readonly ReportLinks: {
            readonly self?: components["schemas"]["ReportLinkOrLinks"];
            readonly "roll-up"?: components["schemas"]["ReportLinkOrLinks"];
            readonly "drill-down"?: components["schemas"]["ReportLinkOrLinks"];
        };
        /** @description A single link is not wrapped in an array. */
        readonly ReportLinkOrLinks: components["schemas"]["ReportLink"] | readonly components["schemas"]["ReportLink"][];
        /** @description A link. */
        readonly ReportLink: {
            /** @description Path from the origin. `/v3/` at its start means `/esm/v3/`. */
            readonly href: string;
        };
        /**
         * @description How the report is written.
         * @enum {string}
         */
        readonly ReportFormat: "json" | "xml" | "csv" | "html" | (string & Record<never, never>);
        /**
         * @description What a report is grouped or filtered by.
         * @enum {string}
         */
        readonly Dimension: "year" | "month" | "day" | "hour" | "minute" | "media-company" | "dc" | "proxy" | "mvpd" | "requestor-id" | "channel" | "resource-id" | "device" | "eap" | "os-family" | "browser-family" | "browser-version" | "os-type" | "cdt" | "platform-version" | "nsdk" | "nsdk-version" | "event" | "reason" | "sso-type" | "platform" | "application-name" | "application-version" | "customer-app" | "content-category" | "api" | "application-software-id" | "arch" | "sdk-type" | (string & Record<never, never>);
        /**
         * @description A counter. `authz-latency` is the total in **milliseconds**; unique counts are per day and data centre and cannot be added.
         * @enum {string}
         */
        readonly Metric: "authn-attempts" | "authn-successful" | "authn-pending" | "authn-failed" | "clientless-tokens" | "clientless-failures" | "authz-attempts" | "authz-successful" | "authz-failed" | "authz-rejected" | "authz-latency" | "media-tokens" | "unique-accounts" | "unique-sessions" | "count" | (string & Record<never, never>);
        /** @description Explanation for an operator. Undocumented; possibly empty. Never parse it. */
        readonly Failure: string;
    };
    responses: {
        /** @description The service or one that it depends on failed. A GET is safe to repeat. */
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
    readonly retrieveReport: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The metrics to return, separated by commas. It also selects a projection that has them.
                 * @example [
                 *       "authn-attempts",
                 *       "authn-successful"
                 *     ]
                 */
                readonly metrics?: readonly components["schemas"]["Metric"][];
                /**
                 * @description Pacific wall-clock time without a zone; a prefix is enough. Default depends on the granularity.
                 * @example 2026-11-01T00:00:00
                 */
                readonly start?: string;
                /**
                 * @description Pacific wall-clock time without a zone. Default is the server's current time.
                 * @example 2026-11-02T00:00:00
                 */
                readonly end?: string;
                /**
                 * @description The most rows to return. The default is not documented; the link `self` shows it.
                 * @example 1000
                 */
                readonly limit?: number;
                /**
                 * @description Takes precedence over `Accept`. A path extension such as `.csv` takes precedence over both.
                 * @example json
                 */
                readonly format?: components["schemas"]["ReportFormat"];
                /**
                 * @description Filters by dimension.
                 * @example {
                 *       "requestor-id": "REF30"
                 *     }
                 */
                readonly filters?: {
                    readonly [key: string]: string;
                };
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description Names of dimensions, separated by slashes that are not encoded.
                 * @example year/month/day
                 */
                readonly dimensions: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The report. Without `Last-Modified` it was computed in real time. */
            readonly 200: {
                headers: {
                    /** @description When the report was computed. */
                    readonly "Last-Modified"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Report"];
                    readonly "application/xml": string;
                    readonly "text/csv": string;
                    readonly "text/html": string;
                };
            };
            /** @description A date, a filter or the size of the query is invalid. C-ESM-8 says how to read the body. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            /** @description The access token is missing or not valid. Get another and repeat once. */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            /** @description The client is not entitled to this data. Do not repeat. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            /** @description No aggregation exists for this order of dimensions. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            /** @description The method is not GET. */
            readonly 405: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            /** @description The media type is not available. */
            readonly 406: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": components["schemas"]["Failure"];
                };
            };
            readonly 500: components["responses"]["ServerError"];
            readonly 503: components["responses"]["ServerError"];
        };
    };
}
