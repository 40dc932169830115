import { createHash, createVerify, generateKeyPairSync, type KeyObject } from "node:crypto"
import { SmtpTransport } from "../../src/providers/smtp/service"
import { SmtpProcess } from "../../testing/mail/smtp-process"
import { outcomeOf, outgoingMail } from "./mail-transport"

/** RFC 6376, 3.4.4: no space at line ends, one for many, no empty lines at the end. */
const relaxedBody = (body: string) => {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
  return `${lines.join("\r\n").replace(/(\r\n)*$/, "")}\r\n`
}

/** RFC 6376, 3.4.2: the name in lower case, unfolded, one space for many. */
const relaxedHeader = (header: string) => {
  const [, name = "", value = ""] = /^([^:]+):([\s\S]*)$/.exec(header) ?? []
  return `${name.trim().toLowerCase()}:${value.replace(/\s+/g, " ").trim()}`
}

/** Verifies a mail's signature as its receiver does, by RFC 6376 and without the code that signed it. */
function verify(raw: string, publicKey: KeyObject) {
  const [head = "", ...rest] = raw.split("\r\n\r\n")
  const headers = head.split(/\r\n(?![ \t])/)
  const signature = headers.find((header) => /^DKIM-Signature:/i.test(header)) ?? ""
  const tags = new Map(
    signature
      .replace(/^[^:]+:/, "")
      .split(";")
      .map((tag) => {
        const [name = "", ...value] = tag.split("=")
        return [name.trim(), value.join("=").replace(/\s+/g, "")] as const
      })
  )
  const signed = (tags.get("h") ?? "")
    .split(":")
    .flatMap((name) => headers.find((header) => header.toLowerCase().startsWith(`${name}:`)) ?? [])
  const data = [
    ...signed.map(relaxedHeader),
    relaxedHeader(signature.replace(/([;:\s]b=)[^;]*/, "$1")),
  ].join("\r\n")
  const bodyHash = createHash("sha256").update(relaxedBody(rest.join("\r\n\r\n")), "latin1")
  return {
    domain: tags.get("d"),
    selector: tags.get("s"),
    signs: (tags.get("h") ?? "").split(":"),
    isBodyWhole: bodyHash.digest("base64") === tags.get("bh"),
    isSigned: createVerify("RSA-SHA256")
      .update(data, "latin1")
      .verify(publicKey, tags.get("b") ?? "", "base64"),
  }
}

it("signs each mail with the key of the option dkim, so that its receiver can verify it", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 })
  const server = await SmtpProcess.start()
  try {
    const transport = new SmtpTransport(
      {},
      {
        host: "127.0.0.1",
        port: server.port,
        dkim: {
          domainName: "shop.example",
          keySelector: "outreach",
          privateKey: String(privateKey.export({ type: "pkcs8", format: "pem" })),
        },
      }
    )
    const { headers } = outgoingMail()
    const mail = outgoingMail({
      headers: { ...headers, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    })
    expect(await outcomeOf(transport, mail)).toEqual({ outcome: "accepted" })
    await transport.close()
    const [received] = await server.received()
    const raw = received?.raw ?? ""
    const verified = verify(raw, publicKey)
    expect(verified).toMatchObject({
      domain: "shop.example",
      selector: "outreach",
      isBodyWhole: true,
      isSigned: true,
    })
    // RFC 8058, 4: a click counts only where both of its fields are signed.
    expect(verified.signs).toEqual(
      expect.arrayContaining(["from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post"])
    )
    expect(verify(raw.replace(/^Subject: /m, "Subject: Not "), publicKey).isSigned).toBe(false)
  } finally {
    await server.stop()
  }
})
