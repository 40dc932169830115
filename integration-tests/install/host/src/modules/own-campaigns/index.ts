import { Module } from "@medusajs/framework/utils"
import OwnCampaignsService from "./service"

export default Module("own_campaigns", { service: OwnCampaignsService })
