/** The Playground's page, wherever the host serves the dashboard. */
const PLAYGROUND = /\/outreach\/[^/]+\/playground$/

/**
 * The host's feed of notifications knows no links, only files to download. Ours name the page of their
 * batch, and a click leads there.
 */
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[download]")
  if (!(link instanceof HTMLAnchorElement)) return
  if (link.origin !== window.location.origin || !PLAYGROUND.test(link.pathname)) return
  event.preventDefault()
  window.location.assign(link.href)
})
