import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/common/sdk"

/** So many fit into a menu. */
const LIMIT = 200

/** The host's own promotion campaigns, to point at. */
export const usePromotionCampaigns = () =>
  useQuery({
    queryKey: ["outreach", "promotion-campaigns"],
    queryFn: () => sdk.admin.campaign.list({ fields: "id,name", limit: LIMIT }),
    select: ({ campaigns }) => campaigns,
  })

/** Products whose title has `q`, by title. */
export const useProducts = (q: string) =>
  useQuery({
    queryKey: ["outreach", "products", q],
    queryFn: () =>
      sdk.admin.product.list({ fields: "id,title", order: "title", limit: LIMIT, ...(q && { q }) }),
    select: ({ products, count }) => ({
      options: products.map(({ id, title }) => ({ value: id, label: title })),
      count,
    }),
    placeholderData: keepPreviousData,
  })

/** Product categories whose name has `q`, by name. */
export const useProductCategories = (q: string) =>
  useQuery({
    queryKey: ["outreach", "product-categories", q],
    queryFn: () =>
      sdk.admin.productCategory.list({
        fields: "id,name",
        order: "name",
        limit: LIMIT,
        ...(q && { q }),
      }),
    select: ({ product_categories, count }) => ({
      options: product_categories.map(({ id, name }) => ({ value: id, label: name })),
      count,
    }),
    placeholderData: keepPreviousData,
  })

/** Codes of the currencies that the store sells in, the default one first. */
export const useStoreCurrencies = () =>
  useQuery({
    queryKey: ["outreach", "currencies"],
    queryFn: () => sdk.admin.store.list({ fields: "id,supported_currencies.*" }),
    select: ({ stores }) =>
      (stores[0]?.supported_currencies ?? [])
        .toSorted((one, other) => Number(other.is_default) - Number(one.is_default))
        .map(({ currency_code }) => currency_code),
  })

/** The host's own customer groups, to import from. */
export const useCustomerGroups = () =>
  useQuery({
    queryKey: ["outreach", "customer-groups"],
    queryFn: () => sdk.admin.customerGroup.list({ fields: "id,name", limit: LIMIT }),
    select: ({ customer_groups }) => customer_groups,
  })
