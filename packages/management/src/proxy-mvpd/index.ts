/**
 * The MVPDs behind a proxy MVPD.
 *
 * @module
 */
export { compareProxiedMvpds, fingerprintOf, type ProxiedMvpdChanges } from "./changes.ts"
export { readProxiedMvpds, writeProxiedMvpds } from "./document.ts"
export { checkProxiedMvpds, type ProxiedMvpd } from "./proxied-mvpd.ts"
export {
  planProxiedMvpdsReplacement,
  removeAllProxiedMvpds,
  replaceProxiedMvpds,
  retrieveProxiedMvpds,
  type RemoveAllProxiedMvpdsOptions,
  type ReplaceProxiedMvpdsOptions
} from "./proxied-mvpds.ts"
export { createProxiedMvpds, type ProxiedMvpds } from "./create-proxied-mvpds.ts"
