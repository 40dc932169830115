import { splitLinks } from "../../src/admin/lib/outreach/split-links"
import { readSuppressedLines } from "../../src/admin/lib/outreach/suppressed-lines"
import {
  findSendingProblems,
  NUMBERS,
  toSendingChange,
  toSendingForm,
  type SendingForm,
} from "../../src/admin/lib/playground/sending-form"
import { DEFAULT_SETTINGS } from "../../src/modules/delivery/settings/sending-settings"
import { SendingSettings } from "../../src/api/api/v1/campaigns/[campaign_id]/sending/validators"

const form = (changes: Partial<SendingForm> = {}): SendingForm => ({
  ...toSendingForm(DEFAULT_SETTINGS),
  ...changes,
})

describe("the form of a campaign's sending", () => {
  it("finds nothing wrong with the defaults, and changes nothing where nothing was changed", () => {
    expect(findSendingProblems(form())).toEqual({})
    expect(toSendingChange(form(), DEFAULT_SETTINGS)).toEqual({})
  })

  it("names what was changed alone, in the server's own words", () => {
    const typed = form({
      daily_limit: " 50 ",
      per_domain_hourly_limit: "7",
      days: ["fri", "mon"],
      from: "09:00",
      to: "17:30",
      time_zone: " Europe/Berlin ",
    })
    const change = toSendingChange(typed, DEFAULT_SETTINGS)
    expect(change).toEqual({
      daily_limit: 50,
      per_domain_hourly_limit: 7,
      days: ["mon", "fri"],
      from: "09:00",
      to: "17:30",
      time_zone: "Europe/Berlin",
    })
    expect(SendingSettings.safeParse(change).success).toBe(true)
  })

  it("takes an empty limit for none, and midnight as the end for the end of the day", () => {
    const before = { ...DEFAULT_SETTINGS, to: "17:00", per_domain_hourly_limit: 9 }
    const typed = { ...toSendingForm(before), daily_limit: " ", per_domain_hourly_limit: "" }
    expect(toSendingChange({ ...typed, to: "00:00" }, before)).toEqual({
      daily_limit: null,
      per_domain_hourly_limit: null,
      to: "24:00",
    })
  })

  it.each<[Partial<SendingForm>, object]>([
    [{ daily_limit: "0" }, { daily_limit: { code: "numberOrEmpty", min: 1, max: 1_000_000 } }],
    [{ daily_limit: "1.5" }, { daily_limit: { code: "numberOrEmpty", min: 1, max: 1_000_000 } }],
    [{ undo_seconds: "" }, { undo_seconds: { code: "number", min: 0, max: 3_600 } }],
    [{ undo_seconds: "-1" }, { undo_seconds: { code: "number", min: 0, max: 3_600 } }],
    [{ jitter_seconds: "ten" }, { jitter_seconds: { code: "number", min: 0, max: 86_400 } }],
    [{ days: [] }, { days: { code: "noDay" } }],
    [{ from: "" }, { hours: { code: "noTime" } }],
    [{ from: "17:00", to: "09:00" }, { hours: { code: "order" } }],
    [{ from: "09:00", to: "09:00" }, { hours: { code: "order" } }],
    [{ time_zone: "Mars/Olympus" }, { time_zone: { code: "zone" } }],
    [{ time_zone: "+02:00" }, { time_zone: { code: "zone" } }],
  ])("says what is wrong with %j", (changes, problems) => {
    expect(findSendingProblems(form(changes))).toEqual(problems)
  })

  it.each(Object.entries(NUMBERS))(
    "lets %s be what the server takes, and no more",
    (name, bounds) => {
      const isTaken = (value: number) => SendingSettings.safeParse({ [name]: value }).success
      const { min, max } = bounds
      expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false])
      const isFine = (value: number) => findSendingProblems(form({ [name]: String(value) }))
      expect(
        [min - 1, min, max, max + 1].map((value) => Object.keys(isFine(value)).length)
      ).toEqual([1, 0, 0, 1])
    }
  )
})

describe("web addresses in a mail's text", () => {
  const linksIn = (text: string) => {
    const parts = splitLinks(text)
    expect(parts.map(({ part }) => part).join("")).toBe(text)
    return parts.filter(({ isLink }) => isLink).map(({ part }) => part)
  }

  it.each([
    ["no address at all", []],
    ["See https://example.com/a?b=c#d.", ["https://example.com/a?b=c#d"]],
    ["(https://example.com/a)", ["https://example.com/a"]],
    ["https://a.example, http://b.example!", ["https://a.example", "http://b.example"]],
    ["<https://example.com/u/abc>", ["https://example.com/u/abc"]],
    ["javascript:alert(1) ftp://example.com", []],
    ["“https://example.com/ü”", ["https://example.com/ü"]],
  ])("are found in %j, and nothing of the text is lost", (text, links) => {
    expect(linksIn(text)).toEqual(links)
  })
})

describe("lines of whom not to write to", () => {
  it("may be parted by line ends, commas and semicolons, with gaps", () => {
    expect(readSuppressedLines("ada@example.com\r\n\n example.org ;bob@example.com, x.io")).toEqual(
      {
        values: ["ada@example.com", "example.org", "bob@example.com", "x.io"],
        wrong: [],
      }
    )
  })

  it("keeps what the server would refuse unread", () => {
    const long = `${"a".repeat(320)}@example.com`
    expect(readSuppressedLines(`a\n${long}`)).toEqual({ values: [], wrong: ["a", long] })
    expect(readSuppressedLines(" \n;,")).toEqual({ values: [], wrong: [] })
  })
})
