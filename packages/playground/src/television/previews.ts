import type { TemporaryAccessOptions } from "@tve-pass/entitlement/temporary-access"

/** The TempPasses that the television offers. */
export const previews: Readonly<Record<"basic" | "promotional", TemporaryAccessOptions>> = {
  basic: { kind: "basic", mvpd: "TempPass_TEST40" },
  promotional: {
    kind: "promotional",
    mvpd: "flexibleTempPass",
    identity: { key: "email", identifier: "viewer@example.com" }
  }
}
