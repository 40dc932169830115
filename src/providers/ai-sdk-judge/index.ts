import { ModuleProvider } from "@medusajs/framework/utils"
import { AiSdkJudge } from "../ai-sdk/judge/service"

export type { AiSdkJudgeOptions, Criterion } from "../ai-sdk/judge/options"

export default ModuleProvider("playground", { services: [AiSdkJudge] })
