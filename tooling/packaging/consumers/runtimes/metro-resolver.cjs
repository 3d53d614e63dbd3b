// For metro.config.js, where Metro does not read `exports` of packages (React Native before 0.79).
const { dirname } = require("node:path")

const usesExports = /^(?:@tve-pass\/|effect\/|openapi-fetch$)/

exports.resolveRequest = (context, name, platform) =>
  usesExports.test(name)
    ? { type: "sourceFile", filePath: require.resolve(name, { paths: [dirname(context.originModulePath)] }) }
    : context.resolveRequest(context, name, platform)
