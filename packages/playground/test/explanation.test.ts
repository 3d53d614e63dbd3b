import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { explain } from "../src/page/explanation/explain.ts"
import { exchange } from "./support/exchange.ts"

const checklist = readFileSync(new URL("../../../docs/protocol/checklist.md", import.meta.url), "utf8")
const denied = { status: 200, headers: [], body: '{"decisions":[{"authorized":false}]}' }

const permitted = { status: 200, headers: [], body: '{"decisions":[{"authorized":true}]}' }

const situations = [
  ["Starting", undefined, []],
  ["Starting", { name: "starting" }, []],
  ["Signed out", { name: "signed-out", why: "first-visit" }, [exchange()]],
  ["Signed out", { name: "signed-out", why: "viewer" }, [exchange({ operation: "initiateLogout" })]],
  ["Selecting a TV provider", { name: "signed-out" }, [exchange({ operation: "retrieveConfiguration" })]],
  ["Temporary access", { name: "signed-out" }, [exchange({ operation: "retrieveAuthorizationDecisions" })]],
  ["Requesting a code", { name: "signing-in", step: "session" }, []],
  ["Waiting for the phone", { name: "signing-in", step: "code", polls: 2 }, []],
  ["Signing in on the television", { name: "signing-in", step: "user-agent" }, []],
  ["Reading the profile", { name: "signing-in", step: "confirming" }, []],
  ["Single sign-on with the device", { name: "signing-in", step: "partner" }, []],
  ["The sign-in has ended", { name: "sign-in-ended", why: "code-ended" }, []],
  ["Several profiles", { name: "choosing-profile" }, []],
  ["Signed in at Dish", { name: "signed-in", mvpd: "Dish" }, [exchange()]],
  ["Playing", { name: "signed-in" }, [exchange({ operation: "retrieveAuthorizationDecisions", response: permitted })]],
  ["No decision", { name: "signed-in" }, [exchange({ operation: "retrieveAuthorizationDecisions" })]],
  ["Denied", { name: "signed-in" }, [exchange({ operation: "retrieveAuthorizationDecisions", response: denied })]],
  ["Signing out", { name: "signing-out" }, []],
  ["A call failed", { name: "failed", why: "http-503" }, []],
  [
    "Too many requests",
    { name: "signed-in" },
    [exchange({ response: { status: 429, headers: [], body: "" }, paidBy: undefined })]
  ]
] as const

describe("what is going on", () => {
  it.each(situations)("%s", (title, viewer, exchanges) => {
    const { rule, ...explanation } = explain(viewer, exchanges)
    expect(explanation.title).toBe(title)
    expect(checklist).toContain(`| ${rule.id} |`)
  })
})
