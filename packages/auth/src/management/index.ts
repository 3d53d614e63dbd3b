/**
 * Access to the management APIs: `createManagementAccess`.
 *
 * @module
 */
export {
  createManagementAccess,
  type ManagementAccess,
  type ManagementAccessOptions
} from "./create-management-access.ts"
