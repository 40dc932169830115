import { Client } from "pg"
import { toQueueConnection } from "../../../src/queue/postgres-backend"
import { connectionTo, SERVER_URL } from "./queue-lab"

/** The run's server without the password in its URL. */
function urlWithoutPassword(): string {
  const url = new URL(SERVER_URL)
  url.password = ""
  return url.href
}

async function whoAmI(client: Client): Promise<unknown> {
  await client.connect()
  try {
    const { rows } = await client.query<{ who: string }>(
      `select current_user || '@' || current_database() as who`
    )
    return rows[0]?.who
  } finally {
    await client.end()
  }
}

describe("the queue's connection to Postgres", () => {
  const { username, password, pathname } = new URL(SERVER_URL)
  const itself = `${username}@${pathname.slice(1)}`

  it("asks the host's function for a password when the URL has none", async () => {
    let asked = 0
    const settings = {
      ...connectionTo(urlWithoutPassword()),
      password: async () => {
        asked += 1
        return decodeURIComponent(password)
      },
    }
    expect(await whoAmI(new Client(toQueueConnection(settings)))).toBe(itself)
    expect(asked).toBe(1)
  })

  it("asks that function even when the URL has a password, which may be an old one", async () => {
    const url = new URL(SERVER_URL)
    url.password = "of-yesterday"
    const settings = { ...connectionTo(url.href), password: () => decodeURIComponent(password) }
    expect(await whoAmI(new Client(toQueueConnection(settings)))).toBe(itself)
  })

  it("keeps the URL's own settings beside a password function", () => {
    const settings = {
      ...connectionTo("postgres://ada@db.example.com:6543/shop?sslmode=no-verify"),
      password: () => "secret",
    }
    expect(toQueueConnection(settings)).toMatchObject({
      host: "db.example.com",
      port: 6543,
      user: "ada",
      database: "shop",
      ssl: { rejectUnauthorized: false },
    })
  })

  it.each([true, false, { rejectUnauthorized: false, ca: "-----" }])(
    "uses the host's ssl setting (%j), with a password function and without",
    (ssl) => {
      const settings = { ...connectionTo("postgres://ada:x@db.example.com/shop"), ssl }
      expect(toQueueConnection(settings)).toMatchObject({ ssl })
      expect(toQueueConnection({ ...settings, password: () => "secret" })).toMatchObject({ ssl })
    }
  )

  it("is one of few", () => {
    expect(toQueueConnection(connectionTo(SERVER_URL)).max).toBe(2)
  })
})
