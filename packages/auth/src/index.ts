export * from "./errors/index.ts"
export * from "./application/index.ts"
export * from "./coordination/index.ts"
export * from "./store/index.ts"
