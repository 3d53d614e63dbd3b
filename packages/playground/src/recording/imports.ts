/** Modules of tve-pass, and the names that generated code may need from them. */
const modules: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ["@tve-pass/auth/promise", ["createAdobePass", "importCredentials", "memoryStore", "type AdobePassOptions"]],
  ["@tve-pass/client", ["type PartnerFrameworkStatus"]],
  ["@tve-pass/entitlement/promise", ["createEntitlement", "viewerMessage", "type CodeSignIn", "type OpenUserAgent"]],
  ["@tve-pass/entitlement/second-screen", ["createSecondScreen"]],
  [
    "@tve-pass/entitlement/single-sign-on",
    ["partnerFramework", "signInWithPartner", "singleSignOn", "type PartnerFrameworkPort"]
  ],
  ["@tve-pass/entitlement/temporary-access", ["temporaryAccess", "type TemporaryAccessOptions"]],
  ["@tve-pass/testing/scenarios", ["scenarios"]],
  ["@tve-pass/testing/simulator", ["createSimulatorCore", "exampleSoftwareStatement", "type SimulatorCore"]]
]

/** Returns the imports of the names that a source uses, other than in comments and as names of members. */
export const usedImports = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  const text = lines.filter((line) => !/^\s*\/[/*]/.test(line)).join("\n")
  return modules.flatMap(([module, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name.replace("type ", "")}\\b(?!:)`).test(text))
    return used.length === 0 ? [] : [`import { ${used.join(", ")} } from "${module}"`]
  })
}
