// Loaded into each child process before its script: a child is not to outlive us, also where we are killed.
process.once("disconnect", () => process.exit(1))
// The listener would keep a child alive that has done its work.
process.channel?.unref()
