import { authorize } from "../access-tokens/authorize.ts"
import { retrieveAccessToken } from "../access-tokens/retrieve-access-token.ts"
import type { AuthorizedCall, Call } from "../call/call.ts"
import { retrieveConfiguration } from "../configuration/retrieve-configuration.ts"
import { registerClient } from "../registration/register-client.ts"
import { notFound } from "../responses/gateway-page.ts"
import type { Answer } from "../responses/answer.ts"
import type { World } from "../world.ts"
import type { OperationId } from "./operation.ts"

type OpenHandler = (call: Call, world: World) => Answer
type ProtectedHandler = (call: AuthorizedCall, world: World) => Answer

const openOperations: { readonly [Id in OperationId]?: OpenHandler } = { registerClient, retrieveAccessToken }

const protectedOperations: { readonly [Id in OperationId]?: ProtectedHandler } = { retrieveConfiguration }

/** Carries out the operation of a call. */
export const perform = (call: Call, world: World): Answer => {
  const open = openOperations[call.operation.id]
  if (open !== undefined) return open(call, world)
  const authorization = authorize(call, world)
  if (authorization._tag === "Refused") return authorization.answer
  return protectedOperations[call.operation.id]?.(authorization.call, world) ?? notFound()
}
