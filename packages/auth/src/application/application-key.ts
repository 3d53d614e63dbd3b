import { sha256 } from "@tve-pass/client"

/**
 * Identifies one application instance: origin, SHA-256 of its software statement, and instance id. No flight, lock,
 * record or bucket is ever shared wider (rule 1).
 *
 * 40 hexadecimal digits, fit for record keys, file names and lock names.
 */
export type ApplicationKey = string & { readonly [applicationKey]: true }

declare const applicationKey: unique symbol

/** Derives the key of an application instance. */
export const makeApplicationKey = (origin: string, statementHash: string, instanceId: string): ApplicationKey =>
  // The only place where the brand is given.
  sha256(JSON.stringify([origin, statementHash, instanceId])).slice(0, 40) as ApplicationKey
