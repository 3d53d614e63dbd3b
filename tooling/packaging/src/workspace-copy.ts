import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { publishedPackages, repositoryRoot } from "./published-packages.ts"

/**
 * Copies what a release is built from into `target`, so that neither output of an earlier build nor a build running at
 * the same time gets into the packages. Third-party dependencies are linked, our own packages point at the copies.
 */
export const copyWorkspace = (target: string): void => {
  writeFileSync(join(target, "package.json"), JSON.stringify({ name: "release", private: true, type: "module" }))
  for (const file of ["pnpm-workspace.yaml", "tsconfig.build.json", "LICENSE"]) {
    copyFileSync(join(repositoryRoot, file), join(target, file))
  }
  copy("tooling/tsconfig", target)
  for (const name of publishedPackages) {
    copy(`packages/${name}`, target)
    linkDependencies(`packages/${name}`, target)
  }
}

const copy = (folder: string, target: string): void =>
  cpSync(join(repositoryRoot, folder), join(target, folder), {
    recursive: true,
    filter: (source) => !/[\\/](node_modules|dist|test)$/.test(source)
  })

const linkDependencies = (folder: string, target: string): void => {
  const installed = join(repositoryRoot, folder, "node_modules")
  for (const name of dependencyNames(installed)) {
    const link = join(target, folder, "node_modules", name)
    mkdirSync(join(link, ".."), { recursive: true })
    symlinkSync(copyOf(name, target) ?? realpathSync(join(installed, name)), link, "junction")
  }
}

const copyOf = (name: string, target: string): string | undefined => {
  const own = /^@tve-pass\/(.+)$/.exec(name)?.[1]
  if (own === undefined) return undefined
  return ["packages", "tooling"].map((room) => join(target, room, own)).find((folder) => existsSync(folder))
}

const dependencyNames = (installed: string): ReadonlyArray<string> =>
  readdirSync(installed)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(installed, name)).map((inner) => `${name}/${inner}`) : [name]
    )
