import type { RecordedStep } from "./recorded-step.ts"
import { applicationFunctions, sharedFunctions, type ApplicationFunction } from "./application-functions.ts"
import { usedImports } from "./imports.ts"
import { singleSignOnSource } from "./set-up-source.ts"
import { file, fittingObject, indented, literal, membersOf } from "./source-text.ts"
import { previews } from "../television/previews.ts"

type Lines = ReadonlyArray<string>

/**
 * Returns the application code of a recording, over `@tve-pass/entitlement/promise`: a function for each action of the
 * television, and the calls in order. Actions of the viewer elsewhere and faults are not part of an application. If
 * there were several televisions, returns the code of the first.
 *
 * Throws if the recording does not start with `choose-scenario`.
 */
export const applicationOf = (recording: ReadonlyArray<RecordedStep>): string => {
  const [first, ...steps] = recording
  if (first?.kind !== "choose-scenario") throw new Error("A recording starts with the choice of a scenario.")
  const end = steps.findIndex(({ kind }) => kind === "set-up-television")
  const calls = (end === -1 ? steps : steps.slice(0, end)).flatMap(callOf)
  const called = functionsCalledIn(applicationFunctions, calls)
  const functions = [
    ...functionsCalledIn(
      sharedFunctions,
      called.flatMap(({ lines }) => lines)
    ),
    ...called
  ]
  const { option, declares } = singleSignOnSource(first.setUp)
  const opens = functions.some(({ lines }) => lines.some((line) => line.includes("television.open")))
  const isApple = first.setUp.singleSignOn.startsWith("apple")
  const body = [
    [
      "const { storage } = surroundings",
      "const pass = createAdobePass(surroundings)",
      "const entitlement = createEntitlement({",
      ...indented([
        "pass,",
        'serviceProvider: "REF30", // the id of your channel',
        'domainName: "adobe.com", // registered for it',
        'redirectUrl: "https://adobe.com/signed-in",',
        "storage,",
        `profileChoice: "ask"${option === undefined ? "" : ","}`,
        ...(option === undefined ? [] : [isApple ? "partnerFramework: partnerFramework(television.apple)" : option])
      ]),
      "})"
    ],
    [
      "/** Does what a button does. A failure becomes a message. */",
      "const press = (action: Promise<void>) =>",
      "  action.catch((failure: unknown) => television.show(viewerMessage(failure).kind))"
    ],
    ...functions.map(({ lines }) => lines),
    ["// What was done in the playground.", ...calls]
  ]
  const television: Lines = [
    "/** The screens of the television: replace them with yours. */",
    "export interface Television {",
    "  readonly show: (words: string) => void",
    ...(opens
      ? [
          "  /** Opens an address; resolves once `redirectUrl` was reached, or the viewer closed it. */",
          "  readonly open: OpenUserAgent"
        ]
      : []),
    ...(isApple
      ? ["  /** The native module that asks Apple's framework. */", "  readonly apple: PartnerFrameworkPort"]
      : []),
    "}"
  ]
  const application: Lines = [
    "export const runApplication = async (surroundings: Surroundings, television: Television): Promise<void> => {",
    ...indented(body.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))),
    "}"
  ]
  const token = isApple ? [] : declares
  return file([
    usedImports([...television, ...application, ...token, ...surroundings]),
    surroundings,
    television,
    token,
    application
  ])
}

const functionsCalledIn = (functions: ReadonlyArray<ApplicationFunction>, lines: Lines) =>
  functions.filter(({ name }) => lines.some((line) => new RegExp(`\\b${name}\\b`).test(line)))

const surroundings: Lines = [
  "/** What surrounds the application: in production the device, Adobe and `() => localStorage`, in a test the simulator. */",
  'export type Surroundings = Pick<AdobePassOptions, "origin" | "fetch" | "softwareStatement" | "device" | "storage">'
]

/** Returns the statements that an application has for a step. */
const callOf = (step: RecordedStep): Lines => {
  switch (step.kind) {
    case "start-application":
      return [step.seen.kind === "sign-in-resumed" ? "await press(resume())" : "await press(start())"]
    case "choose-profile":
      return [`await press(chooseProfile(${literal(step.mvpd)}))`]
    case "list-mvpds":
      return ["await press(listMvpds())"]
    case "sign-in-with-code":
      return [`await press(signInWithCode(${step.mvpd === undefined ? "" : literal(step.mvpd)}))`]
    case "sign-in-here":
      return [`await press(signInHere(${literal(step.mvpd)}))`]
    case "sign-in-with-partner":
      return ["await press(signInWithApple())"]
    case "decide-catalogue": {
      const line = `await press(decorate(${literal(step.resources)}))`
      if (line.length <= 118) return [line]
      return [
        "await press(",
        ...indented(
          `decorate(${literal(step.resources)})`.length <= 116
            ? [`decorate(${literal(step.resources)})`]
            : [
                "decorate([",
                ...step.resources.map(
                  (one, index) => `  ${literal(one)}${index === step.resources.length - 1 ? "" : ","}`
                ),
                "])"
              ]
        ),
        ")"
      ]
    }
    case "play":
      return [`await press(play(${literal(step.resource)}))`]
    case "preview":
      return step.pass === "basic"
        ? [`await press(preview(${literal(step.resource)}, ${literal(previews.basic)}))`]
        : [
            "await press(",
            ...indented(fittingObject(`preview(${literal(step.resource)}, `, membersOf(previews.promotional), ")")),
            ")"
          ]
    case "refresh-profile":
      return ["await press(refreshProfile())"]
    case "sign-out":
      return ["await press(signOut())"]
    default:
      return []
  }
}
