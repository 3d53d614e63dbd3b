export {
  defaultDevicePoolLimits,
  DevicePool,
  makeDevicePool,
  resolveDevicePoolLimits,
  type DevicePoolLimits,
  type PooledDevice,
  type PooledDeviceOptions,
  type PooledEvent
} from "./device-pool.ts"
