import { readRows, type HostDatabase } from "../host-database"

/**
 * The customer of each of these addresses, by the address in lower case. Of several with one address
 * the one with an account, else the oldest. The host keeps addresses in lower case; one that it was
 * given otherwise by a module call is found as it was written.
 */
export async function listCustomerIdsByEmail(
  db: HostDatabase,
  emails: readonly string[]
): Promise<Map<string, string>> {
  const spellings = [...new Set(emails.flatMap((email) => [email, email.toLowerCase()]))]
  const rows = await readRows<{ email: string; id: string }>(
    db,
    `select distinct on (lower(customer.email)) lower(customer.email) as email, customer.id
       from customer
      where customer.email = any (?) and customer.deleted_at is null
      order by lower(customer.email), customer.has_account desc, customer.created_at, customer.id`,
    [spellings]
  )
  return new Map(rows.map(({ email, id }) => [email, id]))
}
