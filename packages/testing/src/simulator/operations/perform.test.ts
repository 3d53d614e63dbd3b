import { expect, it } from "vitest"
import { exampleSoftwareStatement } from "../example-software-statement.ts"
import { type Operation, operations } from "../protocol/operations.ts"
import { createSimulatorCore } from "../simulator.ts"

const simulator = createSimulatorCore({ throttle: false })

const send = ({ path, method }: Pick<Operation, "path" | "method">, init: RequestInit = {}) => {
  const template = path.replace("{serviceProvider}", "REF30").replaceAll(/\{\w+\}/g, "x")
  return simulator.fetch(`${simulator.origin}${template}`, { method, redirect: "manual", ...init })
}

const accessToken = async (): Promise<string> => {
  const headers = { "Content-Type": "application/json" }
  const body = JSON.stringify({ software_statement: exampleSoftwareStatement })
  const { client_id, client_secret } = await (await send(operations.registerClient, { headers, body })).json()
  const parameters = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  return (await (await send(operations.retrieveAccessToken, { body: parameters })).json()).access_token
}

it.each(Object.values(operations))("asks for a token where the specs do: $id", async (operation) => {
  expect((await send(operation)).status === 401).toBe(operation.authorization === "bearer")
})

it.each(Object.values(operations).filter(({ authorization }) => authorization === "bearer"))(
  "asks for the device where the specs do: $id",
  async (operation) => {
    const response = await send(operation, { headers: { Authorization: `Bearer ${await accessToken()}` } })
    const isRequired = operation.headers.some(({ name, required }) => name === "AP-Device-Identifier" && required)
    expect((await response.text()).includes("invalid_header_device_identifier")).toBe(isRequired)
  }
)
