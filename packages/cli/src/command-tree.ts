import * as Command from "effect/cli/Command"
import { complete, completions } from "./commands/completions.ts"
import { config } from "./commands/config.ts"
import { decisions } from "./commands/decisions.ts"
import { demo } from "./commands/demo.ts"
import { doctor } from "./commands/doctor.ts"
import { esm } from "./commands/esm.ts"
import { explain } from "./commands/explain.ts"
import { headers } from "./commands/headers.ts"
import { inspect } from "./commands/inspect.ts"
import { logout } from "./commands/logout.ts"
import { mvpds } from "./commands/mvpds.ts"
import { playground } from "./commands/playground.ts"
import { profiles } from "./commands/profiles.ts"
import { proxiedMvpds } from "./commands/proxied-mvpds.ts"
import { register } from "./commands/register.ts"
import { session } from "./commands/session.ts"
import { signIn } from "./commands/sign-in.ts"
import { simulator } from "./commands/simulator.ts"
import { tempPass } from "./commands/temp-pass.ts"
import { token } from "./commands/token.ts"
import { root } from "./root.ts"

/** `tve-pass` with its subcommands. Help, man page, completions and documentation are generated from it. */
export const commandTree = root.pipe(
  Command.withSubcommands([
    { group: "The viewer", commands: [mvpds, signIn, profiles, decisions, logout, session] },
    { group: "The application", commands: [register, token, doctor] },
    { group: "Management APIs", commands: [tempPass, esm, proxiedMvpds] },
    {
      group: "Without an account",
      commands: [demo, playground, simulator, explain, inspect, headers, config, completions, complete]
    }
  ])
)
