/** `Paths` of an API in which the `Supplied` headers are optional, because the client or its transport sends them. */
export type WithSuppliedHeaders<Paths, Supplied extends string> = [Supplied] extends [never]
  ? Paths
  : { [Path in keyof Paths]: { [Method in keyof Paths[Path]]: WithOptionalHeaders<Paths[Path][Method], Supplied> } }

type WithOptionalHeaders<Operation, Supplied extends string> = Operation extends {
  readonly parameters: { readonly header: infer Header }
  readonly responses: unknown
}
  ? Omit<Operation, "parameters"> & {
      readonly parameters: Omit<Operation["parameters"], "header"> & HeaderParameter<WithOptional<Header, Supplied>>
    }
  : Operation

type WithOptional<Header, Supplied extends string> = Omit<Header, Supplied> &
  Partial<Pick<Header, Supplied & keyof Header>>

/** openapi-fetch asks for `header` as soon as the member is required, even if nothing in it is. */
type HeaderParameter<Header> = {} extends Header ? { readonly header?: Header } : { readonly header: Header }
