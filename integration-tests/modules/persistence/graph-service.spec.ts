import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from "typeorm"
import type { EntityManager } from "typeorm"
import { GraphService } from "../../../src/persistence/graph-service"

@Entity({ name: "branch" })
class Branch {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "boolean" }) is_open!: boolean
  @OneToMany("Book", "branch") books?: Book[]
}

@Entity({ name: "book" })
class Book {
  @PrimaryColumn({ type: "bigint" }) id!: string
  @Column({ type: "uuid" }) branch_id!: string
  @Column({ type: "text", nullable: true }) title!: string | null
  @Column({ type: "integer" }) pages!: number
  @Column({ type: "double precision", nullable: true }) weight!: number | null
  @Column({ type: "bigint" }) sold!: string
  @Column({ type: "jsonb" }) tags!: string[]
  @Column({ type: "timestamptz" }) printed_at!: Date
  @Column({ type: "text", select: false }) secret!: string
  @ManyToOne("Branch", "books")
  @JoinColumn({ name: "branch_id" })
  branch?: Branch
}

class Library extends GraphService("library", { LibraryBranch: Branch, LibraryBook: Book }) {}

/** A connection that remembers which entity was asked for, and answers nothing. */
function managerThatRemembers(asked: unknown[]): EntityManager {
  const repository = {
    metadata: { primaryColumns: [{ propertyName: "id" }] },
    find: async () => [],
    count: async () => 0,
  }
  const getRepository = (entity: unknown) => {
    asked.push(entity)
    return repository
  }
  // Only what a read of the graph calls.
  return { getRepository } as unknown as EntityManager
}

describe("a module's graph", () => {
  const joiner = () =>
    (Library.prototype as unknown as { __joinerConfig(): Joiner }).__joinerConfig()

  interface Joiner {
    schema: string
    alias: { name: string[]; entity: string; args: { methodSuffix: string } }[]
    linkableKeys: Record<string, string>
  }

  it("has each entity's columns and relations, but for those that are not selected", () => {
    expect(joiner().schema).toBe(
      `type LibraryBranch {
  id: ID!
  is_open: Boolean!
  books: [LibraryBook]
}

type LibraryBook {
  id: ID!
  branch_id: String!
  title: String
  pages: Int!
  weight: Float
  sold: String!
  tags: JSON!
  printed_at: DateTime!
  branch: LibraryBranch
}`
    )
  })

  it("is queried and linked by the names that the host gives its own models", () => {
    expect(joiner().alias).toMatchObject([
      { name: ["library_branch", "library_branches"], entity: "LibraryBranch" },
      { name: ["library_book", "library_books"], entity: "LibraryBook" },
    ])
    expect(joiner().linkableKeys).toEqual({
      library_branch_id: "LibraryBranch",
      library_book_id: "LibraryBook",
    })
  })

  it("answers under the method that each alias names", async () => {
    const asked: unknown[] = []
    const library = new Library(async () => managerThatRemembers(asked))
    expect(await library.listLibraryBooks()).toEqual([])
    expect(await library.listAndCountLibraryBranches()).toEqual([[], 0])
    expect(asked).toEqual([Book, Branch])
    for (const { args } of joiner().alias) {
      expect(library).toHaveProperty(`list${args.methodSuffix}`, expect.any(Function))
      expect(library).toHaveProperty(`listAndCount${args.methodSuffix}`, expect.any(Function))
    }
  })
})
