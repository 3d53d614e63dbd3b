export { DevicePool } from "./device-pool.ts"
export {
  defaultDevicePoolLimits,
  makeDevicePool,
  resolveDevicePoolLimits,
  type DevicePoolLimits,
  type Devices,
  type PooledDevice,
  type PooledDeviceOptions,
  type PooledEvent
} from "./devices.ts"
