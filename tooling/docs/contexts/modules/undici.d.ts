declare module "undici" {
  export interface ProxyAgent {
    readonly close: () => Promise<void>
  }
  export const ProxyAgent: new (url: string) => ProxyAgent
  export const fetch: (
    input: Request | string | URL,
    init?: RequestInit & { readonly dispatcher?: ProxyAgent }
  ) => Promise<Response>
}
