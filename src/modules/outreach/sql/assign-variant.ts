/**
 * Chooses one variant of each step for `lead` (a row with `id`) of campaign `$1`: by weight, and
 * decided by the lead's id and the step alone, so that the same lead always gets the same variant and
 * two steps are independent of each other.
 *
 * The first 32 bits of `md5(lead id:step)` are a number in [0, 1); it falls into the stretch of one
 * variant when the variants, in their order, divide the unit by weight.
 */
export const ASSIGN_VARIANT = `
  select distinct on (ladder.step_index) ladder.step_index, ladder.label
    from (
      select variant.step_index, variant.label,
             sum(variant.weight) over steps - variant.weight as starts_at,
             ('x' || left(md5(lead.id::text || ':' || variant.step_index), 8))::bit(32)::bigint
               / 4294967296.0::double precision
               * sum(variant.weight) over (partition by variant.step_index) as drawn
        from outreach_step_variant as variant
       where variant.campaign_id = $1
      window steps as (partition by variant.step_index order by variant.position)
    ) as ladder
   where ladder.drawn >= ladder.starts_at
   order by ladder.step_index, ladder.starts_at desc`
