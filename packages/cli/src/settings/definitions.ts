/** One setting, with its name in each source. */
export interface Definition {
  /** Key in `.tve-pass.json`, and name in `tve-pass config`. */
  readonly key: string
  readonly flag: string | undefined
  readonly variable: string
  /** Settings of one group exclude each other: the one from the most specific source applies. */
  readonly group?: "server" | "statement"
  /** Never read from a file and never printed. */
  readonly secret?: true
}

/**
 * All settings. A flag is more specific than an environment variable, which is more specific than `.tve-pass.json`. The
 * variables are those of the demo, and `ADOBE_PASS_DEVICE`.
 */
export const definitions = {
  environment: { key: "environment", flag: "environment", variable: "ADOBE_PASS_ENVIRONMENT", group: "server" },
  origin: { key: "origin", flag: "origin", variable: "ADOBE_PASS_ORIGIN", group: "server" },
  serviceProvider: { key: "serviceProvider", flag: "service-provider", variable: "ADOBE_PASS_SERVICE_PROVIDER" },
  softwareStatement: {
    key: "softwareStatement",
    flag: undefined,
    variable: "ADOBE_PASS_SOFTWARE_STATEMENT",
    group: "statement",
    secret: true
  },
  softwareStatementFile: {
    key: "softwareStatementFile",
    flag: "statement",
    variable: "ADOBE_PASS_SOFTWARE_STATEMENT_FILE",
    group: "statement"
  },
  store: { key: "store", flag: "store", variable: "ADOBE_PASS_STORE" },
  device: { key: "device", flag: "device", variable: "ADOBE_PASS_DEVICE" },
  deviceInfo: { key: "deviceInfo", flag: undefined, variable: "ADOBE_PASS_DEVICE_INFO" },
  domainName: { key: "domainName", flag: "domain-name", variable: "ADOBE_PASS_DOMAIN_NAME" },
  redirectUrl: { key: "redirectUrl", flag: "redirect-url", variable: "ADOBE_PASS_REDIRECT_URL" }
} as const satisfies Readonly<Record<string, Definition>>

/** Name of a setting. */
export type SettingName = keyof typeof definitions

/** Names of all settings, in the order of `tve-pass config`. */
export const settingNames: ReadonlyArray<SettingName> = Object.values(definitions).map(({ key }) => key)
