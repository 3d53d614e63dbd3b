export { DevicePool } from "./device-pool.ts"
export {
  defaultDevicePoolLimits,
  makeDevicePool,
  type DevicePoolLimits,
  type DevicePoolParts,
  type Devices,
  type PooledDevice,
  type PooledDeviceOptions,
  type PooledEvent
} from "./devices.ts"
