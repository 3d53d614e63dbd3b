// Generated from specs/management/proxy-mvpd/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 2b7b04be4542dbe7c64afaffe16c8e51c540242154a2fe16d3307efcd13a23b5

export {}
