import { networkInterfaces } from "node:os"

/** Returns an IPv4 address at which other devices of the network reach this machine; `undefined` without a network. */
export const networkAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address
