// Generated from specs/management/proxy-mvpd/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 2b7b04be4542dbe7c64afaffe16c8e51c540242154a2fe16d3307efcd13a23b5

export const examples = {
  retrieveProxiedMvpds: {
    200: {
      "application/xml": {
        oneMvpd: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><proxiedMvpds><proxiedMvpd><id ProviderID=\"ProviderID_Value_Sent_On_IdPEntry\">mvpdPickerId</id><displayName>MVPD Name Two</displayName><logoURL></logoURL><iframeSize><iframeHeight>400</iframeHeight><iframeWidth>340</iframeWidth></iframeSize><requestorIds><requestorId>FirstIntegratedRequestorId</requestorId></requestorIds></proxiedMvpd></proxiedMvpds>",
        none: "<proxiedMvpds></proxiedMvpds>"
      }
    },
    401: { "text/plain": { unauthorized: "unauthorized" } },
    403: { "text/plain": { forbidden: "not a proxy MVPD" } },
    405: { "text/plain": { methodNotAllowed: "method not allowed" } },
    500: { "text/plain": { serverError: "internal error" } }
  },
  replaceProxiedMvpds: {
    201: {},
    400: { "text/plain": { notUnique: "duplicate id firstMVPDId" } },
    401: { "text/plain": { unauthorized: "unauthorized" } },
    403: { "text/plain": { forbidden: "not a proxy MVPD" } },
    405: { "text/plain": { methodNotAllowed: "method not allowed" } },
    500: { "text/plain": { serverError: "internal error" } }
  }
} as const
