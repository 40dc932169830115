import { readRows, type HostDatabase } from "../host-database"

export interface ProfileRow {
  customer_id: string
  /** By name. */
  groups: string[] | null
  country_code: string | null
}

/**
 * The groups that these customers are in, and the country of their own address.
 *
 * @param options what is not wanted is null, and not looked for
 */
export const listProfiles = (
  db: HostDatabase,
  customer_ids: readonly string[],
  { withGroups, withCountry }: { withGroups: boolean; withCountry: boolean }
) =>
  readRows<ProfileRow>(
    db,
    `select customer.id as customer_id, ${withGroups ? GROUPS : "null"} as groups,
            ${withCountry ? COUNTRY : "null"} as country_code
       from customer
      where customer.id = any (?) and customer.deleted_at is null`,
    [customer_ids]
  )

const GROUPS = `(select array_agg("group".name order by "group".name)
               from customer_group_customer as member
               join customer_group as "group" on "group".id = member.customer_group_id
              where member.customer_id = customer.id and member.deleted_at is null
                and "group".deleted_at is null)`
const COUNTRY = `(select address.country_code from customer_address as address
              where address.customer_id = customer.id and address.deleted_at is null
                and address.country_code is not null
              order by address.is_default_shipping desc, address.id limit 1)`
