/** A function of the application code. */
export interface ApplicationFunction {
  readonly name: string
  readonly lines: ReadonlyArray<string>
}

const source = (name: string, text: string): ApplicationFunction => ({ name, lines: text.trim().split("\n") })

/** The functions of a television application. They share `entitlement` and `television`. */
export const applicationFunctions: ReadonlyArray<ApplicationFunction> = [
  source(
    "start",
    `
/** Looks for the viewer's profile. */
const start = async () => {
  const started = await entitlement.start()
  television.show(started.kind)
}`
  ),
  source(
    "resume",
    `
/** Continues a sign-in that a restart has interrupted. */
const resume = async () => {
  const signIn = await entitlement.resume()
  if (signIn !== undefined) await followCode(signIn)
}`
  ),
  source(
    "chooseProfile",
    `
/** Uses one of several profiles. */
const chooseProfile = async (id: string) => {
  const started = await entitlement.start()
  if (started.kind === "several-profiles") television.show(started.choose(id).mvpd.id)
}`
  ),
  source(
    "listMvpds",
    `
/** Shows the TV providers to select from. */
const listMvpds = async () => {
  for (const { id, displayName } of await entitlement.mvpds()) television.show(displayName ?? id)
}`
  ),
  source(
    "signInWithCode",
    `
/** Shows a code, which the viewer enters on a phone. Without a TV provider the viewer selects it there. */
const signInWithCode = async (id?: string) => {
  const mvpd = id === undefined ? undefined : (await entitlement.mvpds()).find((one) => one.id === id)
  await followCode(entitlement.signInWithCode({ mvpd }))
}`
  ),
  source(
    "signInHere",
    `
/** Signs in on this screen. */
const signInHere = async (id: string) => {
  const mvpd = (await entitlement.mvpds()).find((one) => one.id === id)
  if (mvpd === undefined) return
  const result = await entitlement.signInHere({ mvpd, open: television.open })
  television.show(result.kind)
}`
  ),
  source(
    "signInWithApple",
    `
/** Signs in with the TV provider of the system settings. */
const signInWithApple = async () => {
  const result = await signInWithPartner(entitlement)
  television.show(result.kind) // "sign-in-otherwise": show a code instead
}`
  ),
  source(
    "decorate",
    `
/** Decorates the catalogue. These decisions play nothing. */
const decorate = async (resources: ReadonlyArray<string>) => {
  for (const { kind } of await entitlement.preauthorize(resources)) television.show(kind)
}`
  ),
  source(
    "play",
    `
/** Asks whether a resource may be played, and plays it. */
const play = async (resource: string) => {
  const decision = await entitlement.authorize(resource)
  if (decision.kind === "permit") await decision.playback.redeem(startStream)
  television.show(decision.kind === "deny" ? (decision.text ?? "You cannot watch this.") : decision.kind)
}`
  ),
  source(
    "preview",
    `
/** Plays a resource with temporary access. */
const preview = async (resource: string, pass: TemporaryAccessOptions) => {
  const decision = await temporaryAccess(entitlement, pass).authorize(resource)
  if (decision.kind === "permit") await decision.playback.redeem(startStream)
  television.show(decision.kind)
}`
  ),
  source(
    "refreshProfile",
    `
/** Reads the profile again. */
const refreshProfile = async () => {
  const access = await entitlement.refreshProfile()
  television.show(access === undefined ? "signed-out" : access.mvpd.id)
}`
  ),
  source(
    "signOut",
    `
/** Signs out. Call it only because the viewer asked. */
const signOut = async () => {
  for (const step of await entitlement.signOut({ because: "the viewer asked" })) television.show(step.kind)
}`
  )
]

/** Functions that other functions call. */
export const sharedFunctions: ReadonlyArray<ApplicationFunction> = [
  source(
    "followCode",
    `
/** Shows the code until the sign-in has ended. */
const followCode = async (signIn: CodeSignIn) => {
  for await (const step of signIn) if (step.step === "showing-code") television.show(step.code)
  const result = await signIn.result
  television.show(result.kind)
}`
  ),
  source(
    "startStream",
    `
/** Hands the media token to your backend, which verifies it and starts the stream. */
const startStream = async (serializedToken: string) =>
  television.show(\`token of \${serializedToken.length} characters\`)`
  )
]
