/**
 * Whether the instant lies on a day and at a time at which the campaign sends, over the alias
 * `sending`. In its own zone by the zone's rules, summer time included: an hour that does not exist
 * never comes, and one that comes twice counts twice.
 */
export const isInWindow = (instant: string) =>
  `extract(isodow from ${instant} at time zone sending.time_zone) = any (sending.days)
          and (${instant} at time zone sending.time_zone)::time >= sending.window_from
          and (${instant} at time zone sending.time_zone)::time < sending.window_to`

/** Midnight of the campaign's local day; one of 23 or 25 hours is one day. */
export const dayStart = (instant: string) =>
  `(date_trunc('day', ${instant} at time zone sending.time_zone) at time zone sending.time_zone)`

/**
 * The instant so many local days later, at the same time by the clock on the wall: over a change of
 * summer time it is an hour more or less. An hour that does not exist is read an hour later.
 */
export const daysLater = (instant: string, days: string) =>
  `((${instant} at time zone sending.time_zone + ${days} * interval '1 day')
              at time zone sending.time_zone)`
