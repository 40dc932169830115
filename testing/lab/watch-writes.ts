import type { Db } from "../../src/persistence/db"

/** Has the database itself write down every time that a draft's text is set or changed. */
export async function watchWrites(db: Db): Promise<void> {
  await db.query(`
    create table lab_draft_write (task_id uuid not null, status text not null, at timestamptz not null)`)
  await db.query(`
    create function lab_note_write() returns trigger language plpgsql as $$
    begin
      insert into lab_draft_write values (new.id, new.status, clock_timestamp());
      return new;
    end $$`)
  await db.query(`
    create trigger lab_note_write after update on playground_draft_task for each row
      when (new.body is distinct from old.body or new.subject is distinct from old.subject)
      execute function lab_note_write()`)
}
