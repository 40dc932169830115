/** What every DELETE answers, in the host's form. */
export interface DeletedResponse {
  id: string
  object: string
  deleted: true
}

export const deleted = (object: string, id: string): DeletedResponse => ({
  id,
  object,
  deleted: true,
})
