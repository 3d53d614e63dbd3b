// Loaded into each child process before its script: the child ends with its parent, even if that is killed.
process.once("disconnect", () => process.exit(1))
// The listener would keep a child alive that has finished.
process.channel?.unref()
