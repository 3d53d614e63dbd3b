/**
 * Identifies one application instance: origin, SHA-256 of its software statement, and instance id. No flight, lock,
 * record or bucket is ever shared wider (rule 1).
 *
 * 40 hexadecimal digits, fit for record keys, file names and lock names; the statement cannot be derived from it.
 */
export type ApplicationKey = string & { readonly [applicationKey]: true }

declare const applicationKey: unique symbol
