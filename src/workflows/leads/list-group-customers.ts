import type { RemoteQueryFunction } from "@medusajs/framework/types"

/** Customers that are read and committed together. */
export const PAGE_SIZE = 200

/** What a lead takes over from one of the host's customers. */
export interface GroupCustomer {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
}

/** The next customers of the group, by id: so that nobody is missed when others leave meanwhile. */
export async function listGroupCustomers(
  query: Pick<RemoteQueryFunction, "graph">,
  { customer_group_id, after }: { customer_group_id: string; after: string | null }
): Promise<GroupCustomer[]> {
  const { data: customers }: { data: GroupCustomer[] } = await query.graph({
    entity: "customer",
    fields: ["id", "email", "first_name", "last_name", "company_name"],
    filters: {
      groups: { id: customer_group_id },
      ...(after !== null && { id: { $gt: after } }),
    },
    pagination: { skip: 0, take: PAGE_SIZE, order: { id: "ASC" } },
  })
  return customers
}
