import type { TelevisionSetUp } from "../television/set-up.ts"
import { deviceIdentifier, deviceInfo, remembers, scenarioKey } from "./set-up-source.ts"
import { indented, shorthand } from "./source-text.ts"

/** The variables of one start of the application. */
interface Variables {
  readonly options: string
  readonly pass: string
  readonly entitlement: string
  readonly storage: string
}

/** Returns the statements with which a generated test connects the application of a television. */
export const connectionSource = (
  scenario: string,
  setUp: TelevisionSetUp,
  { options, pass, entitlement, storage }: Variables,
  { isFirst, singleSignOn }: { readonly isFirst: boolean; readonly singleSignOn: string | undefined }
): ReadonlyArray<string> => [
  `const ${options} = {`,
  ...indented([
    "origin: simulator.origin,",
    "fetch: simulator.fetch,",
    "softwareStatement: exampleSoftwareStatement,",
    "device: {",
    `  identifier: ${deviceIdentifier(scenario, setUp)},`,
    `  info: ${deviceInfo(setUp)}`,
    "},",
    shorthand("storage", storage)
  ]),
  "}",
  ...(isFirst && remembers(scenario, setUp)
    ? [
        "// What an earlier visit stored.",
        `await importCredentials(${options}, scenarios.${scenarioKey(scenario)}.remembered)`
      ]
    : []),
  `const ${pass} = createAdobePass(${options})`,
  `const ${entitlement} = createEntitlement({`,
  ...indented([
    `${shorthand("pass", pass)},`,
    'serviceProvider: "REF30",',
    'domainName: "adobe.com",',
    'redirectUrl: "https://adobe.com/signed-in",',
    `${shorthand("storage", storage)},`,
    `profileChoice: "ask"${singleSignOn === undefined ? "" : ","}`,
    ...(singleSignOn === undefined ? [] : [singleSignOn])
  ]),
  "})"
]
