import { Checkbox, Input, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import {
  useCustomerGroups,
  useProductCategories,
  useProducts,
  useStoreCurrencies,
} from "../../../hooks/use-host-options"
import { useLeadActions } from "../../../hooks/use-leads"
import {
  NO_CHOICES,
  toCustomerFilter,
  type CustomerChoices,
} from "../../../lib/outreach/customer-filter"
import type { ImportReport } from "../../../lib/outreach/types"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { CustomerCount } from "./customer-count"
import { SearchedChoice } from "./searched-choice"

interface CustomersFormProps {
  campaignId: string
  onClose: () => void
  onImported: (report: ImportReport) => void
}

/** Makes leads of the host's customers whom everything that is filled in fits. */
export const CustomersForm = ({ campaignId, onClose, onImported }: CustomersFormProps) => {
  const { t } = useTranslation("outreach")
  const [choices, setChoices] = useState(NO_CHOICES)
  const { data: groups = [] } = useCustomerGroups()
  const { data: currencies = [] } = useStoreCurrencies()
  const { add } = useLeadActions(campaignId)
  const currency = choices.currency || (currencies[0] ?? "")
  const filter = toCustomerFilter({ ...choices, currency })
  const settled = useSettled(filter)
  const change = (part: Partial<CustomerChoices>) => setChoices({ ...choices, ...part })
  const onSave = () => {
    if (!filter) return
    add.mutate(
      { customers: filter },
      {
        onSuccess: (report) => {
          onClose()
          onImported(report)
        },
      }
    )
  }
  const numberField = (name: keyof typeof LEAST, label: string) => (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          size="small"
          type="number"
          min={LEAST[name]}
          step={name.endsWith("Spent") ? "any" : 1}
          value={choices[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <FormDrawer
      title={t("leads.customers")}
      saveLabel={t("leads.import")}
      onClose={onClose}
      onSave={onSave}
      isSaving={add.isPending}
      error={add.error}
      canSave={filter !== null}
    >
      <p className="txt-small text-ui-fg-subtle">{t("customers.hint")}</p>
      <Field label={t("leads.groupLabel")}>
        {(id) => (
          <Choice
            id={id}
            label={t("leads.groupLabel")}
            value={choices.group || ANY}
            onChange={(value) => change({ group: value === ANY ? "" : value })}
            options={[
              { value: ANY, label: t("customers.any") },
              ...groups.map((group) => ({ value: group.id, label: group.name ?? group.id })),
            ]}
          />
        )}
      </Field>
      <SearchedChoice
        label={t("customers.product")}
        value={choices.product}
        onChange={(product) => change({ product })}
        useOptions={useProducts}
      />
      <SearchedChoice
        label={t("customers.category")}
        value={choices.category}
        onChange={(category) => change({ category })}
        useOptions={useProductCategories}
      />
      {numberField("notOrderedForDays", t("customers.notOrderedForDays"))}
      <div className="flex items-center gap-x-2">
        <Checkbox
          id="has-open-cart"
          checked={choices.hasOpenCart}
          onCheckedChange={(checked) => change({ hasOpenCart: checked === true })}
        />
        <Label size="small" htmlFor="has-open-cart">
          {t("customers.hasOpenCart")}
        </Label>
      </div>
      <div className="grid grid-cols-2 gap-4">
        {numberField("minOrders", t("customers.minOrders"))}
        {numberField("maxOrders", t("customers.maxOrders"))}
        {numberField("minSpent", t("customers.minSpent"))}
        {numberField("maxSpent", t("customers.maxSpent"))}
      </div>
      {currencies.length > 1 && (choices.minSpent !== "" || choices.maxSpent !== "") && (
        <Field label={t("customers.currency")}>
          {(id) => (
            <Choice
              id={id}
              value={currency}
              onChange={(code) => change({ currency: code })}
              options={currencies.map((code) => ({ value: code, label: code.toUpperCase() }))}
            />
          )}
        </Field>
      )}
      <CustomerCount campaignId={campaignId} filter={settled} />
    </FormDrawer>
  )
}

/** A select has no value that is blank. */
const ANY = "any"

const LEAST = {
  notOrderedForDays: 1,
  minOrders: 0,
  maxOrders: 0,
  minSpent: 0,
  maxSpent: 0,
} as const
