/**
 * Single calls for a programmer's backend that works for many devices; each result is plain data.
 *
 * @module
 */
export type { Access } from "../access/access.ts"
