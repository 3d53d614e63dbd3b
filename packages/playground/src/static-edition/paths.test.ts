import { describe, expect, it } from "vitest"
import { createPaths } from "./paths.ts"

const { toSimulator, toFolder } = createPaths(new URL("https://site.example/tve-pass/playground/"))

describe("the paths of the static edition", () => {
  it.each([
    ["https://site.example/tve-pass/playground/api/v2/authenticate/REF30/A?b=c", "/api/v2/authenticate/REF30/A?b=c"],
    ["https://site.example/tve-pass/playground/playground/settings", "/playground/settings"],
    ["https://site.example/o/client/token", "/o/client/token"]
  ])("%s is %s of the simulator", (url, path) => {
    expect(toSimulator(url)).toBe(`https://site.example${path}`)
  })

  it.each([
    // A session, a redirect, a form and a style of the login page.
    [
      '{"url":"https://site.example/api/v2/authenticate/REF30/A"}',
      '{"url":"https://site.example/tve-pass/playground/api/v2/authenticate/REF30/A"}'
    ],
    [
      "https://site.example/adobe-services/authenticate/saml?code=A",
      "https://site.example/tve-pass/playground/adobe-services/authenticate/saml?code=A"
    ],
    ['<form action="/simulated-mvpd/sign-in">', '<form action="/tve-pass/playground/simulated-mvpd/sign-in">']
  ])("a viewer opens below the folder: %s", (text, expected) => {
    expect(toFolder(text)).toBe(expected)
  })

  it.each([
    '{"url":"/api/v2/REF30/sessions/A"}',
    "https://mvpd.example/adobe-services/logout",
    "https://site.example/tve-pass/playground/phone.html?signed-in"
  ])("leaves %s alone", (text) => {
    expect(toFolder(text)).toBe(text)
  })
})
