/** A few words of HTTP with a bearer token: the demo uses the plugin only as any client would. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    readonly token?: string
  ) {}

  withToken(token: string): ApiClient {
    return new ApiClient(this.baseUrl, token)
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>("GET", path)
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.send<T>("POST", path, JSON.stringify(body), "application/json")
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>("PUT", path, JSON.stringify(body), "application/json")
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send<T>("PATCH", path, JSON.stringify(body), "application/json")
  }

  postCsv<T>(path: string, csv: Buffer): Promise<T> {
    return this.send<T>("POST", path, csv, "text/csv")
  }

  private async send<T>(
    method: string,
    path: string,
    body?: string | Buffer,
    type?: string
  ): Promise<T> {
    const response = await fetch(this.baseUrl + path, {
      method,
      body,
      headers: {
        ...(type && { "content-type": type }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    // What the contract promises is what the demo is there to show.
    return JSON.parse(text) as T
  }
}
