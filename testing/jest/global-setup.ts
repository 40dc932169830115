/** Once per run, ahead of every worker, which inherits the environment. */
export default function setUpRun(): void {
  process.env.HOST_TEMPLATE = `host_template_${process.pid}`
}
