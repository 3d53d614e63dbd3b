declare module "react" {
  export const useSyncExternalStore: <Snapshot>(
    subscribe: (listener: () => void) => () => void,
    getSnapshot: () => Snapshot
  ) => Snapshot
}
