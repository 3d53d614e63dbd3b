import { expect, test } from "vitest"
import { librarySpec, withSchemas } from "../../test/library.ts"
import { deviceInfoFile } from "./device-info.ts"

const spec = await librarySpec()

test("device-info.ts lists the keys that X-Device-Info requires", () => {
  const schemas = { DeviceInfo: { type: "object", required: ["model", "osName"] } }
  expect(deviceInfoFile(withSchemas(spec, schemas))).toContain(
    `export const requiredDeviceInfoKeys = ["model", "osName"] as const`
  )
})

test("an API without the header has no such file", () => {
  expect(deviceInfoFile(spec)).toBeUndefined()
})
