declare module "vue" {
  export const shallowRef: <Value>(value: Value) => { value: Value }
  export const onScopeDispose: (stop: () => void) => void
}
