import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import { practiceAdoptions, practices } from "./practices-schema.ts";
import { priorityBallots, problems } from "./problems-schema.ts";
import { announcementReads, answers, experiences, questions } from "./questions-schema.ts";

/** What one person gave to the programme between the forums, also what was withdrawn. */
export async function selectSharedBy(db: Database, personId: string) {
  return {
    experiences: await db
      .select({ theme: experiences.theme })
      .from(experiences)
      .where(eq(experiences.personId, personId)),
    practices: await db.select().from(practices).where(eq(practices.sharedByPersonId, personId)),
    adoptions: await db
      .select()
      .from(practiceAdoptions)
      .where(eq(practiceAdoptions.personId, personId)),
    questions: await db.select().from(questions).where(eq(questions.askedByPersonId, personId)),
    answers: await db.select().from(answers).where(eq(answers.authorPersonId, personId)),
    problems: await db.select().from(problems).where(eq(problems.madeByPersonId, personId)),
    ballots: await db.select().from(priorityBallots).where(eq(priorityBallots.personId, personId)),
    announcementsRead: await db
      .select({ announcementId: announcementReads.announcementId, at: announcementReads.at })
      .from(announcementReads)
      .where(eq(announcementReads.personId, personId)),
  };
}
