import type { ColumnType, ObjectLiteral } from "typeorm"
import { getMetadataArgsStorage } from "./orm"

/** The entities that `query.graph` reads, by their names there. All modules of a host share these names. */
export type GraphEntities = Record<string, new () => ObjectLiteral>

/** What is not listed is a String: a bigint too, which the driver hands out as one. */
const SCALARS = new Map<ColumnType | undefined, string>([
  ["integer", "Int"],
  ["double precision", "Float"],
  ["boolean", "Boolean"],
  ["jsonb", "JSON"],
  ["timestamptz", "DateTime"],
])

/** The GraphQL types of the entities: their columns, but for those with `select: false`, and relations. */
export function toGraphSchema(entities: GraphEntities): string {
  const names = new Map(Object.entries(entities).map(([name, entity]) => [entity.name, name]))
  return Object.entries(entities)
    .map(([name, entity]) => {
      const fields = [...columnsOf(entity), ...relationsOf(entity, names)]
      return `type ${name} {\n${fields.map((field) => `  ${field}`).join("\n")}\n}`
    })
    .join("\n\n")
}

function columnsOf(entity: new () => ObjectLiteral): string[] {
  return getMetadataArgsStorage()
    .columns.filter(({ target, options }) => target === entity && options.select !== false)
    .map(({ propertyName, options }) => {
      const scalar = options.primary ? "ID" : (SCALARS.get(options.type) ?? "String")
      return `${propertyName}: ${scalar}${options.nullable ? "" : "!"}`
    })
}

function relationsOf(entity: new () => ObjectLiteral, names: ReadonlyMap<string, string>) {
  return getMetadataArgsStorage()
    .relations.filter(({ target }) => target === entity)
    .flatMap(({ propertyName, relationType, type }) => {
      // Our entities name each other by their classes' names: imported, they would be a circle.
      const name = typeof type === "string" ? names.get(type) : undefined
      if (!name) return []
      const isList = relationType === "one-to-many" || relationType === "many-to-many"
      return [`${propertyName}: ${isList ? `[${name}]` : name}`]
    })
}
