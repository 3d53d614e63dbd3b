declare module "@react-native-async-storage/async-storage" {
  const AsyncStorage: {
    readonly getItem: (key: string) => Promise<string | null>
    readonly setItem: (key: string, text: string) => Promise<void>
    readonly removeItem: (key: string) => Promise<void>
  }
  export default AsyncStorage
}
