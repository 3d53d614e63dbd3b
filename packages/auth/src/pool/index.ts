export {
  defaultDevicePoolLimits,
  DevicePool,
  makeDevicePool,
  type DevicePoolLimits,
  type DevicePoolParts,
  type Devices,
  type PooledDevice,
  type PooledDeviceOptions,
  type PooledEvent
} from "./device-pool.ts"
