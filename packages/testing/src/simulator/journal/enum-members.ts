import {
  accessTokenErrorCodeValues,
  grantTypeValues,
  registrationErrorCodeValues,
  scopeValues,
  tokenTypeValues
} from "@tve-pass/client/dcr"
import {
  attributeStateValues,
  boardingStatusValues,
  decisionSourceValues,
  enhancedErrorActionValues,
  enhancedErrorCodeValues,
  logoutActionNameValues,
  logoutActionTypeValues,
  missingParameterValues,
  profileTypeValues,
  sessionActionNameValues,
  sessionActionTypeValues,
  sessionReasonTypeValues
} from "@tve-pass/client/rest-v2"
import type { OperationId } from "../protocol/operations.ts"

/** The known values of each enum that responses hold, by its name in the specs. */
export const responseEnums = {
  RegistrationErrorCode: registrationErrorCodeValues,
  AccessTokenErrorCode: accessTokenErrorCodeValues,
  GrantType: grantTypeValues,
  Scope: scopeValues,
  TokenType: tokenTypeValues,
  BoardingStatus: boardingStatusValues,
  SessionActionName: sessionActionNameValues,
  SessionActionType: sessionActionTypeValues,
  SessionReasonType: sessionReasonTypeValues,
  MissingParameter: missingParameterValues,
  ProfileType: profileTypeValues,
  AttributeState: attributeStateValues,
  DecisionSource: decisionSourceValues,
  LogoutActionName: logoutActionNameValues,
  LogoutActionType: logoutActionTypeValues,
  EnhancedErrorCode: enhancedErrorCodeValues,
  EnhancedErrorAction: enhancedErrorActionValues
} as const

export type ResponseEnum = keyof typeof responseEnums

type EnumMembers = Readonly<Record<string, ResponseEnum>>

const errors: EnumMembers = { code: "EnhancedErrorCode", action: "EnhancedErrorAction" }

const session: EnumMembers = {
  actionName: "SessionActionName",
  actionType: "SessionActionType",
  reasonType: "SessionReasonType",
  missingParameters: "MissingParameter"
}

const profiles: EnumMembers = { type: "ProfileType", state: "AttributeState", ...errors }

const decisions: EnumMembers = { source: "DecisionSource", ...errors }

/** Which members of an operation's responses hold which enum, as a string or as a list of strings. */
export const enumMembers: { readonly [Id in OperationId]: EnumMembers } = {
  registerClient: { error: "RegistrationErrorCode", grant_types: "GrantType", scopes: "Scope" },
  retrieveAccessToken: { error: "AccessTokenErrorCode", token_type: "TokenType" },
  retrieveConfiguration: { boardingStatus: "BoardingStatus", ...errors },
  createAuthenticationSession: { ...session, ...errors },
  // An error's `code` and the session's are distinguished by the values that are known.
  resumeAuthenticationSession: { ...session, ...errors },
  retrieveAuthenticationSession: { missingParameters: "MissingParameter", ...errors },
  performAuthentication: {},
  retrieveProfiles: profiles,
  retrieveProfileForMvpd: profiles,
  retrieveProfileForCode: profiles,
  retrieveAuthorizationDecisions: decisions,
  retrievePreauthorizationDecisions: decisions,
  initiateLogout: { actionName: "LogoutActionName", actionType: "LogoutActionType", ...errors },
  retrievePartnerAuthenticationRequest: { ...session, ...errors },
  createPartnerProfile: profiles
}
