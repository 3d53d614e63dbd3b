import type { ApplicationOptions, StoreSource } from "@tve-pass/auth"
import type { DeviceInfo } from "@tve-pass/client"

/** What an application knows about itself and its device. */
export declare const softwareStatement: string
export declare const identifier: string
export declare const info: DeviceInfo
export declare const device: { readonly identifier: string; readonly info: DeviceInfo }
export declare const storage: StoreSource
export declare const options: ApplicationOptions
