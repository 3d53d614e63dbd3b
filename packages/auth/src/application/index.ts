export { Application, type ApplicationConfiguration, type DeviceHeaders } from "./application-configuration.ts"
export type { ApplicationKey } from "./application-key.ts"
