import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"

/** A frozen prompt text. Batches that resolved to the same text share one row. */
@Entity({ name: "playground_prompt_version" })
export class PromptVersion {
  /** Lower-case hex SHA-256 of `text`. */
  @PrimaryColumn({ type: "text" }) hash!: string
  /** Normalised: NFC, line ends as LF, trailing white space cut. Placeholders not filled. */
  @Column({ type: "text" }) text!: string
  @Column({ type: "timestamptz", default: () => "now()" }) created_at!: Date
}
