/** Where addresses of the simulator are opened: below the folder of the pages, the only place that the worker sees. */
export interface Paths {
  /** Returns the URL on the simulator for one that the worker received. */
  readonly toSimulator: (url: string) => string
  /** Returns a header or a body in which the addresses that a viewer opens are below the folder. */
  readonly toFolder: (text: string) => string
}

/** Creates the paths of a folder: its URL ends with a slash. */
export const createPaths = (folder: URL): Paths => ({
  toSimulator: (url) => (url.startsWith(folder.href) ? `${folder.origin}/${url.slice(folder.href.length)}` : url),
  toFolder: (text) =>
    text.replace(
      /(^|["=])(https?:\/\/[^/"?#]+)?\/(api\/v2\/authenticate\/|adobe-services\/|simulated-mvpd\/)/g,
      (whole: string, before: string, origin: string | undefined, path: string) =>
        origin === undefined || origin === folder.origin ? `${before}${origin ?? ""}${folder.pathname}${path}` : whole
    )
})
