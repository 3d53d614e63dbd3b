type Lines = ReadonlyArray<string>

/** The body of `open` in a generated test: what the viewer does on the login page. */
export const hereSource: Readonly<Record<"sign-in" | "decline" | "close", Lines>> = {
  "sign-in": [
    'for (const { code, state } of simulator.sessions()) if (state === "waiting") simulator.mvpd.signIn(code)',
    'return "reached"'
  ],
  decline: [
    'for (const { code, state } of simulator.sessions()) if (state === "waiting") simulator.mvpd.decline(code)',
    'return "reached"'
  ],
  close: ['return "closed"']
}

export const messageOfSource = [
  "/** Resolves to the message for the viewer after a call that rejects. */",
  "const messageOf = (call: Promise<unknown>) => call.catch((failure: unknown) => viewerMessage(failure).kind)"
]

export const shownCodeSource = [
  "/** Resolves to the code that the television shows. */",
  "const shownCode = async (signIn: CodeSignIn): Promise<string> => {",
  '  for await (const step of signIn) if (step.step === "showing-code") return step.code',
  '  throw new Error("The sign-in has ended before it showed a code.")',
  "}"
]

export const secondScreenSource = [
  'const phone = { model: "Pixel 9", version: "1.0", osName: "Android", osVersion: "15", connectionType: "WiFi" }',
  "",
  "/** Enters the code on a phone, and selects the TV provider there. */",
  "const selectOnPhone = async ({ origin, fetch }: SimulatorCore, code: string, mvpd: string): Promise<void> => {",
  "  const secondScreen = createSecondScreen({",
  "    pass: createAdobePass({",
  "      origin,",
  "      fetch,",
  "      softwareStatement: exampleSoftwareStatement,",
  '      device: { identifier: "phone", info: phone },',
  "      storage: memoryStore()",
  "    }),",
  '    serviceProvider: "REF30",',
  '    domainName: "adobe.com",',
  '    redirectUrl: "https://adobe.com/signed-in"',
  "  })",
  "  const entered = await secondScreen.enter(code)",
  '  if (entered.kind !== "ready") throw new Error("The code is wrong or has expired.")',
  "  const selected = (await secondScreen.mvpds()).find(({ id }) => id === mvpd)",
  '  expect(await entered.session.proceed({ mvpd: selected })).toMatchObject({ kind: "open" })',
  "}"
]

export const clientIdSource = [
  "/** Returns the client id of the application that made the last call. */",
  "const clientIdOf = ({ journal }: SimulatorCore): string =>",
  '  journal.calls().findLast(({ clientId }) => clientId !== undefined)?.clientId ?? ""'
]
