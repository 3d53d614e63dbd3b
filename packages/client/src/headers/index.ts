export { deviceIdentifierHeader } from "./device-identifier.ts"
export { deviceInfoHeader, type DeviceInfo } from "./device-info.ts"
export { forwardedForHeader } from "./forwarded-for.ts"
export { InvalidHeaderError } from "./invalid-header-error.ts"
export {
  partnerFrameworkStatusHeader,
  type PartnerFrameworkProviderInfo,
  type PartnerFrameworkStatus
} from "./partner-framework-status.ts"
export { platformIdentityHeader, type PlatformIdentity, type PlatformIdentityHeader } from "./platform-identity.ts"
export { serviceTokenHeader } from "./service-token.ts"
export { temporaryAccessIdentityHeader, type TemporaryAccessIdentity } from "./temporary-access-identity.ts"
export { visitorIdentifierHeader } from "./visitor-identifier.ts"
