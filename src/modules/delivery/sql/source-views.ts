/** The campaign source's two views, quoted for use in a statement. */
export interface SourceViews {
  lead: string
  sender: string
}

/** @param campaignSource key of the module, which the option's check holds to what a name may be */
export function toSourceViews(campaignSource: string): SourceViews {
  return {
    lead: quoted(`${campaignSource}_sendable_lead`),
    sender: quoted(`${campaignSource}_sendable_sender`),
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
