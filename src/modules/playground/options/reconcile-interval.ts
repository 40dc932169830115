/**
 * The host reads a scheduled job's `config` when it imports the file, after the modules are loaded,
 * and gives jobs no options. So the module leaves the interval here on its way up.
 */
let intervalMs = 15_000

export function setReconcileInterval(ms: number): void {
  intervalMs = ms
}

/** In ms; the option's default until the module is loaded. */
export function reconcileInterval(): number {
  return intervalMs
}
