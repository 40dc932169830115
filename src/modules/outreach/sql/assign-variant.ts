/**
 * Chooses one variant of each step for `lead` (a row with `id`) of campaign `$1`: by weight, and
 * decided by the lead's id, the step and the labels alone, so that the same lead always gets the same
 * variant and two steps are independent of each other.
 *
 * Every variant runs a race of its own: the first 32 bits of `md5(lead id:step:label)` are a number
 * u in (0, 1], `-ln(u) / weight` is its time, and the shortest time wins. A variant wins as often as
 * its share of the weights. And where the winner is removed, the second wins: the leads of a removed
 * variant spread over all that are left by their weights. Cutting one stretch of numbers into pieces
 * by weight gave them all to one neighbour.
 */
export const ASSIGN_VARIANT = `
  select distinct on (variant.step_index) variant.step_index, variant.label
    from outreach_step_variant as variant
   where variant.campaign_id = $1
   order by variant.step_index,
            -ln((('x' || left(md5(lead.id::text || ':' || variant.step_index || ':' || variant.label), 8))
                  ::bit(32)::bigint + 1) / 4294967296.0::double precision) / variant.weight,
            variant.label`
