/** A channel or brand (docs/protocol/rest-api-v2.md section 5, `requestor`). */
export interface ServiceProviderOptions {
  /** For example `REF30`. */
  readonly id: string
  /** Brand name; the id by default. */
  readonly name?: string
  /** Domains of its applications. Default: `adobe.com`. */
  readonly domains?: ReadonlyArray<string>
}

export type ServiceProvider = Required<ServiceProviderOptions>

export const createServiceProviders = (
  options: ReadonlyArray<string | ServiceProviderOptions>
): ReadonlyMap<string, ServiceProvider> =>
  new Map(
    options.map((option) => {
      const { id, name, domains } = typeof option === "string" ? { id: option } : option
      return [id, { id, name: name ?? id, domains: domains ?? ["adobe.com"] }]
    })
  )
