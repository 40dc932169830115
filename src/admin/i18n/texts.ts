/** The same texts in another language: the same keys, none missing and none besides. */
export type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }
