import type { OutreachModuleService } from "../../modules/outreach"

/** Which profile is the default, so that an undo can give it back; null when none is. */
export async function findDefaultSenderProfile(
  outreach: OutreachModuleService
): Promise<string | null> {
  const [profile] = await outreach.listOutreachSenderProfiles(
    { is_default: true },
    { select: ["id"] }
  )
  return profile?.id ?? null
}
