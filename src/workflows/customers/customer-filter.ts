/** Which of the host's customers are meant: those whom everything that is given fits. */
export interface CustomerFilter {
  /** `cusgroup_…` */
  customer_group_id?: string
  /** Bought it: `prod_…`. Drafts and cancelled orders do not count, here and below. */
  product_id?: string
  /** Bought something of it: `pcat_…`. */
  product_category_id?: string
  /** Ordered before, but not for so many days; 1 to 3,650. */
  not_ordered_for_days?: number
  /** Has a cart that holds something and was not completed. */
  has_open_cart?: boolean
  min_orders?: number
  max_orders?: number
  /** Of all orders in `currency_code` together. */
  min_spent?: number
  max_spent?: number
  /** ISO 4217 in lower case. */
  currency_code?: string
}
