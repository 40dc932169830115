import type { MigrationInterface, QueryRunner } from "typeorm"

/** The paths of all members of the attributes of `leads`: a table's name. As `MAX_NAME_DEPTH` says. */
const pathsOf = (leads: string) => `
  with recursive member (campaign_id, path, value) as (
    select lead.campaign_id, array[entry.key], entry.value
      from ${leads} as lead cross join lateral jsonb_each(lead.attributes) as entry
     union all
    select member.campaign_id, member.path || entry.key, entry.value
      from member cross join lateral jsonb_each(
             case when jsonb_typeof(member.value) = 'object' then member.value else '{}' end) as entry
     where cardinality(member.path) < 4
  )
  select distinct member.campaign_id, member.path from member
   where octet_length(array_to_string(member.path, '')) <= 2000`

/**
 * Which attributes the leads of a campaign have or had: a placeholder that names another is a typo, and
 * nobody looks through 100,000 leads to find that out. Triggers keep it, whoever writes a lead.
 */
export class CreateAttributeNames1763951000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outreach_attribute_name (
        campaign_id uuid not null references outreach_campaign (id) on delete cascade,
        path text[] not null,
        primary key (campaign_id, path),
        constraint outreach_attribute_name_depth check (cardinality(path) between 1 and 4)
      )`)
    await db.query(`
      insert into outreach_attribute_name (campaign_id, path) ${pathsOf("outreach_campaign_lead")}`)
    // Sorted, so that two imports never wait for each other crosswise; bounded, because a file may
    // give each lead names of its own, and past some thousands nobody asks for them.
    await db.query(`
      create function outreach_note_attribute_names() returns trigger language plpgsql as $$
      begin
        insert into outreach_attribute_name (campaign_id, path)
        select found.campaign_id, found.path from (${pathsOf("changed_lead")}) as found
         where not exists (
                 select from outreach_attribute_name as known
                  where known.campaign_id = found.campaign_id and known.path = found.path)
           and (select count(*) from outreach_attribute_name as known
                 where known.campaign_id = found.campaign_id) <= 2000
         order by found.campaign_id, found.path limit 2000
        on conflict do nothing;
        return null;
      end $$`)
    for (const action of ["insert", "update"]) {
      await db.query(`
        create trigger outreach_campaign_lead_names_after_${action}
          after ${action} on outreach_campaign_lead
          referencing new table as changed_lead
          for each statement execute function outreach_note_attribute_names()`)
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const action of ["insert", "update"]) {
      await db.query(
        `drop trigger outreach_campaign_lead_names_after_${action} on outreach_campaign_lead`
      )
    }
    await db.query(`drop function outreach_note_attribute_names()`)
    await db.query(`drop table outreach_attribute_name`)
  }
}
