import { MedusaError } from "@medusajs/framework/utils"
import type { DraftGenerator } from "../../../ports"
import type { CreateDraftBatchTerms } from "../batches/create-draft-batch"
import type { GeneratorRegistry } from "../options/load-generators"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"

/** The generator that drafts new batches. */
export interface ChosenGenerator {
  identifier: string
  generator: DraftGenerator
}

/** @throws MedusaError UNEXPECTED_STATE when it is not loaded, which the loader rules out */
export function chooseGenerator(
  generators: GeneratorRegistry,
  identifier: string
): ChosenGenerator {
  const generator = generators.get(identifier)
  if (generator) return { identifier, generator }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `playground: generator "${identifier}" is not loaded`
  )
}

/** What a new batch of the generator is created with. */
export function toBatchTerms(
  { identifier, generator }: ChosenGenerator,
  { maxActiveBatches }: ResolvedPlaygroundOptions
): Omit<CreateDraftBatchTerms, "isJudged"> {
  const { model, isInstant } = generator
  return {
    generator: identifier,
    model: model ?? null,
    isInstant: isInstant ?? false,
    maxActiveBatches,
  }
}
