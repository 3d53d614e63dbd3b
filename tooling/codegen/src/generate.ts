import { repositoryRoot } from "./repository.ts"
import { describeWritten, writeGenerated } from "./write-generated.ts"

console.log(describeWritten(await writeGenerated(repositoryRoot)))
