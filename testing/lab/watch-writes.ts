import type { Db } from "../../src/persistence/db"

/** Has the database itself write down every time that a draft's text is set or changed. */
export async function watchWrites(db: Db): Promise<void> {
  await db.query(`
    create table lab_draft_write (task_id uuid not null, at timestamptz not null)`)
  await db.query(`
    create function lab_note_write() returns trigger language plpgsql as $$
    begin
      insert into lab_draft_write values (new.task_id, clock_timestamp());
      return new;
    end $$`)
  await db.query(`
    create trigger lab_note_write after insert or update on playground_draft_result for each row
      execute function lab_note_write()`)
}
