import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { git } from "@tve-pass/codegen/git"
import { repositoryRoot } from "./published-packages.ts"

/**
 * Copies the repository into `target`: its files, but nothing that git ignores, so that no output of an earlier build or of
 * one that runs at the same time gets into the packages. Links between its packages lead to the copies.
 */
export const copyWorkspace = (target: string): void => {
  const listed = git(repositoryRoot, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
  for (const file of listed.filter((path) => path !== "" && existsSync(join(repositoryRoot, path)))) {
    mkdirSync(join(target, dirname(file)), { recursive: true })
    copyFileSync(join(repositoryRoot, file), join(target, file))
  }
  symlinkSync(join(repositoryRoot, "node_modules"), join(target, "node_modules"), "junction")
  for (const folder of globSync("{packages/*,tooling/*,examples/*,specs}/node_modules", { cwd: repositoryRoot })) {
    cpSync(join(repositoryRoot, folder), join(target, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !/[\\/]node_modules[\\/]\.(?!bin)/.test(source)
    })
  }
}
