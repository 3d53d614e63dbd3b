/** The device that a command acts as: this machine, the way the demo describes it, unless the settings say otherwise. */
export { deviceIdentifier, deviceInfo } from "@tve-pass/example-quickstart/device"
