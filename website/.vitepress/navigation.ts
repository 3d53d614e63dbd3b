import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { DefaultTheme } from "vitepress"
import { addressOf, pages, root } from "./pages.ts"

const titleOf = (page: string): string => /^# (.*)$/m.exec(readFileSync(join(root, page), "utf8"))?.[1] ?? page

/** Pages that are listed by their own titles, in alphabetical order. */
const pagesBelow = (folder: string): DefaultTheme.SidebarItem[] =>
  pages
    .filter((page) => page.startsWith(folder) && addressOf(page) !== `/${folder}`)
    .map((page) => ({ text: titleOf(page), link: addressOf(page) }))

/** Pages beside each documentation page, by what a reader wants to do. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: "Start",
    items: [
      { text: "All guides", link: "/docs/" },
      { text: "Quick start", link: "/docs/quick-start" },
      { text: "The playground", link: "/docs/playground" },
      { text: "Migrating from REST API V1 or an SDK", link: "/docs/migrating" }
    ]
  },
  {
    text: "Applications",
    items: [
      { text: "Web and TV apps", link: "/docs/web-and-tv-apps" },
      { text: "The viewer's flows", link: "/docs/viewer-flows" },
      { text: "The second screen", link: "/docs/second-screen" },
      { text: "Temporary access", link: "/docs/temporary-access" },
      { text: "Single sign-on", link: "/docs/single-sign-on" },
      { text: "Errors and what to do", link: "/docs/errors" },
      { text: "The auth layer", link: "/docs/auth" },
      { text: "Runtimes, proxies, Jest and Metro", link: "/docs/runtimes" }
    ]
  },
  {
    text: "Servers",
    items: [
      { text: "Server to server", link: "/docs/server-to-server" },
      { text: "Backend steps", link: "/docs/backend-steps" },
      { text: "Many servers", link: "/docs/many-servers" },
      { text: "Management APIs", link: "/docs/management" }
    ]
  },
  {
    text: "Tests",
    items: [
      { text: "Testing your app", link: "/docs/testing-your-app" },
      { text: "The simulator", link: "/docs/simulator" }
    ]
  },
  {
    text: "Tools",
    items: [
      { text: "The command line", link: "/docs/command-line" },
      { text: "For support", link: "/docs/support" },
      { text: "Protocol changes", link: "/docs/regenerating" }
    ]
  },
  { text: "Packages", items: pagesBelow("packages/").concat(pagesBelow("specs/")) },
  {
    text: "Reference",
    items: [
      { text: "API reference", link: "/api/", target: "_self" },
      { text: "OpenAPI documents", link: "/specs/", target: "_self" },
      { text: "Benchmarks", link: "/docs/benchmarks" },
      { text: "Security", link: "/SECURITY" }
    ]
  },
  {
    text: "The wire protocol",
    items: [
      { text: "Dynamic Client Registration", link: "/docs/protocol/dcr" },
      { text: "REST API V2", link: "/docs/protocol/rest-api-v2" },
      { text: "Flows", link: "/docs/protocol/flows" },
      { text: "Headers", link: "/docs/protocol/headers" },
      { text: "Errors", link: "/docs/protocol/errors" },
      { text: "Throttling", link: "/docs/protocol/throttling" },
      { text: "Media tokens", link: "/docs/protocol/media-token" },
      { text: "Checklist", link: "/docs/protocol/checklist" },
      { text: "Changes since 2024", link: "/docs/protocol/changes" },
      { text: "Users and their problems", link: "/docs/protocol/users" },
      { text: "Reset TempPass", link: "/docs/protocol/management/reset-temp-pass" },
      { text: "Entitlement Service Monitoring", link: "/docs/protocol/management/esm" },
      { text: "Proxy MVPD", link: "/docs/protocol/management/proxy-mvpd" },
      { text: "SSO service", link: "/docs/protocol/management/sso-service" }
    ]
  },
  {
    text: "Decisions",
    items: [{ text: "All decisions", link: "/decisions/" }, ...pagesBelow("decisions/")]
  },
  {
    text: "Contributing",
    items: [
      { text: "Architecture", link: "/ARCHITECTURE" },
      { text: "Contributing", link: "/CONTRIBUTING" },
      { text: "A first change", link: "/docs/maintaining/first-change" },
      { text: "Changing a spec", link: "/docs/maintaining/changing-a-spec" },
      { text: "Releasing", link: "/docs/maintaining/releasing" }
    ]
  }
]

/** The bar at the top of each page. */
export const topBar: DefaultTheme.NavItem[] = [
  { text: "Quick start", link: "/docs/quick-start" },
  { text: "Playground", link: "/playground/", target: "_self" },
  { text: "Guides", link: "/docs/" },
  { text: "API", link: "/api/", target: "_self" },
  { text: "Protocol", link: "/docs/protocol/flows" }
]
