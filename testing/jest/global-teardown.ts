import { dropHostTemplate } from "../host-template"

/** Once per run, after every worker. */
export default function tearDownRun(): Promise<void> {
  return dropHostTemplate()
}
