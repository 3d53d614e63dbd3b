const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.")

/** Returns a warning for an address that other devices reach; `undefined` for this machine. */
export const exposureWarning = (host: string): string | undefined =>
  isLoopback(host)
    ? undefined
    : `Warning: every device that reaches ${host} can use this simulator. Its data is invented; stop it when you are done.`
