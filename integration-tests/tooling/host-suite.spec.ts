import { hostSuite } from "../../testing/host-suite"

hostSuite("the test host", {}, (host) => {
  it("lets a registered admin in, and nobody else", async () => {
    const admin = await host.createAdmin()
    await host.request().get("/admin/users/me").expect(401)
    const { body } = await host.request().get("/admin/users/me").set(admin.headers).expect(200)
    expect(body.user).toMatchObject({ id: admin.id, email: admin.email })
  })

  describe.each(["first", "second"])("in a %s test", (which) => {
    it(`starts from the same rows in the ${which} test`, async () => {
      expect(await host.query(`select id from "user"`)).toEqual([])
      await host.createAdmin()
    })
  })

  it("lets a secret API key in, the way the host takes it", async () => {
    const key = await host.createApiKey()
    await host.request().get("/admin/users").auth(key, "").expect(200)
  })

  it("refuses a token that has expired or is signed with another secret", async () => {
    const expired = host.adminHeaders({ expiresIn: -1 })
    await host.request().get("/admin/users").set(expired).expect(401)
    const forged = host.adminHeaders({ secret: "another" })
    await host.request().get("/admin/users").set(forged).expect(401)
    await host.request().get("/admin/users").set(host.adminHeaders()).expect(200)
  })
})
