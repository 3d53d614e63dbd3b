import { deviceClock } from "../clock/device-clock.ts"
import type { DeviceSettings } from "../host/playground-event.ts"
import { onFrameMessage, type MessageToDevice } from "../messages/frame-message.ts"

/** Reads the settings of this device from the playground, and keeps its clock synchronized. */
export const loadDeviceSettings = async (): Promise<DeviceSettings> => {
  const response = await fetch("./playground/settings")
  if (!response.ok) throw new Error(`The playground responded with ${response.status}.`)
  // Boundary: the playground's own server sends its own type.
  const settings = (await response.json()) as DeviceSettings
  deviceClock.set(settings.clock)
  onFrameMessage<MessageToDevice>((message) => {
    if (message.kind === "clock") deviceClock.set(message.reading)
  })
  return settings
}
