// Generated from specs/dcr/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 af43488933137febb3f8228885375b889f34b6bd23552e09fd880032fc612624

export const responseHeaders = {
  TooManyRequests: {
    "Content-Length": 166,
    Server: "openresty",
    "Set-Cookie": "AWSALB=opaque; Path=/",
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Methods": "POST,GET,OPTIONS,DELETE",
    "Access-Control-Allow-Headers": "ap_11,ap_42,ap_z,ap_19,ap_21,ap_23,authorization,content-type,pass_sfp,AP-Session-Identifier,AP-Device-Identifier,AP-SDK-Identifier,X-Device-Info",
    "Access-Control-Expose-Headers": "pass_sfp,Authzf-Error-Code,Authzf-Sub-Error-Code,Authzf-Error-Details",
    P3P: "CP=\"NOI DSP COR CURa ADMa DEVa OUR BUS IND UNI COM NAV STA\""
  }
} as const
