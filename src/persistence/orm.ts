/**
 * What entities and reads need of TypeORM, each from its own file: the package's index loads the drivers
 * of nine databases. Whoever connects loads that (`createDataSource`).
 */
export { Column } from "typeorm/decorator/columns/Column"
export { PrimaryColumn } from "typeorm/decorator/columns/PrimaryColumn"
export { Entity } from "typeorm/decorator/entity/Entity"
export { JoinColumn } from "typeorm/decorator/relations/JoinColumn"
export { ManyToOne } from "typeorm/decorator/relations/ManyToOne"
export { OneToMany } from "typeorm/decorator/relations/OneToMany"
export { QueryFailedError } from "typeorm/error/QueryFailedError"
export { Equal } from "typeorm/find-options/operator/Equal"
export { ILike } from "typeorm/find-options/operator/ILike"
export { In } from "typeorm/find-options/operator/In"
export { IsNull } from "typeorm/find-options/operator/IsNull"
export { LessThan } from "typeorm/find-options/operator/LessThan"
export { LessThanOrEqual } from "typeorm/find-options/operator/LessThanOrEqual"
export { Like } from "typeorm/find-options/operator/Like"
export { MoreThan } from "typeorm/find-options/operator/MoreThan"
export { MoreThanOrEqual } from "typeorm/find-options/operator/MoreThanOrEqual"
export { Not } from "typeorm/find-options/operator/Not"
export { getMetadataArgsStorage } from "typeorm/globals"
