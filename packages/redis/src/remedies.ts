/** The remedies of the error replies of Redis and Valkey, by their first word. */
const remedies: Readonly<Record<string, string>> = {
  OOM: "Give Redis more memory (maxmemory), or remove other data from it",
  READONLY: "Connect to the primary: this is a replica",
  MISCONF: "Free space on the disk of Redis: it refuses writes until it can save again",
  LOADING: "Wait until Redis has loaded its data",
  BUSY: "Wait until Redis has ended a script, or end it with SCRIPT KILL",
  NOREPLICAS: "Check the replicas of Redis, or lower min-replicas-to-write",
  CLUSTERDOWN: "Check the nodes of the cluster: some of its slots are not served",
  MASTERDOWN: "Check the primary of this replica",
  TRYAGAIN: "Wait until the cluster has moved its slots",
  NOAUTH: "Give the client a user name and password",
  WRONGPASS: "Correct the user name and password of the client",
  NOPERM: "Allow the user of the client these commands and keys: ~tve-pass:* +@read +@write +@scripting +info +time",
  CROSSSLOT: "Leave braces out of the prefix",
  MOVED: "Use the cluster client: this server is a node of a cluster"
}

/** Returns the remedy of an error reply, or a remedy for a failed connection. */
export const remedyOf = (code: string | undefined): string =>
  (code === undefined ? undefined : remedies[code]) ?? "Check that Redis runs and can be reached"
