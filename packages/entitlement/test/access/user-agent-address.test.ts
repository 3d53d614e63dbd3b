import { expect, it } from "vitest"
import { userAgentAddress } from "../../src/access/user-agent-address.ts"

it("keeps the address as it is", () => {
  expect(userAgentAddress("https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M")).toEqual({
    href: "https://sp.auth.adobe.com/api/v2/authenticate/REF30/8ER640M"
  })
})
