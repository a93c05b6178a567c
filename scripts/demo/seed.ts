import { modules, moduleWriters } from "../../worker/db/module-schema.ts";
import type { Database } from "../../worker/db/open.ts";
import { practices } from "../../worker/db/practices-schema.ts";
import {
  priorityVotes,
  priorityVoteVillages,
  problemSources,
  problems,
  problemVillages,
} from "../../worker/db/problems-schema.ts";
import { regulations } from "../../worker/db/regulations-schema.ts";
import {
  agendaItemDocuments,
  agendaItems,
  documents,
  forumMembers,
  forums,
  forumVillages,
  people,
  roles,
  villages,
} from "../../worker/db/schema.ts";
import {
  surveyAnswers,
  surveyParticipations,
  surveys,
  surveyVillages,
} from "../../worker/db/survey-schema.ts";
import { demoAgenda, demoAgendaDocuments, demoDocuments, demoForum, demoForumId } from "./forum.ts";
import { demoModule } from "./module.ts";
import { demoPeople } from "./people.ts";
import {
  demoProblemSources,
  demoProblems,
  demoProblemVillages,
  demoVote,
  demoVoteVillages,
} from "./problems.ts";
import { demoPractices, demoRegulations } from "./sharing.ts";
import { demoAnswers, demoParticipations, demoSurvey, demoSurveyVillages } from "./survey.ts";
import { demoDistrictId, demoVillages } from "./villages.ts";

/** Puts the demo into a database in which there is nobody yet; says whether it did. */
export async function seedDemo(database: Database, now: number): Promise<boolean> {
  if ((await database.$count(people)) > 0) return false;
  const { circle, document, module, writer } = demoModule(now);
  // One batch is one transaction: a demo is there whole or not at all.
  await database.batch([
    database.insert(villages).values(demoVillages),
    database.insert(forums).values([demoForum(now), circle]),
    ...demoPeople.map(({ id, name, position, villageId, office }) =>
      database.insert(people).values({
        id,
        districtId: demoDistrictId,
        name,
        position,
        villageId,
        office,
        isDemo: true,
        createdAt: now,
        // Whoever tries the demo out comes to see the rooms, and the notice is at /saya.
        noticeSeenAt: now,
      }),
    ),
    database
      .insert(roles)
      .values(
        demoPeople.flatMap(({ id, districtRole }) =>
          districtRole ? [{ personId: id, districtId: demoDistrictId, role: districtRole }] : [],
        ),
      ),
    database.insert(forumVillages).values(
      demoVillages.map((village, place) => ({
        forumId: demoForumId,
        villageId: village.id,
        position: place,
      })),
    ),
    database
      .insert(forumMembers)
      .values(
        demoPeople.flatMap(({ id, forumRole }) =>
          forumRole ? [{ forumId: demoForumId, personId: id, role: forumRole }] : [],
        ),
      ),
    database.insert(agendaItems).values(demoAgenda),
    database.insert(documents).values([...demoDocuments(now), document]),
    database.insert(modules).values(module),
    database.insert(moduleWriters).values(writer),
    database
      .insert(forumMembers)
      .values({ forumId: circle.id, personId: writer.personId, role: "participant" }),
    database.insert(agendaItemDocuments).values(demoAgendaDocuments),
    database.insert(surveys).values(demoSurvey(now)),
    database.insert(surveyVillages).values(demoSurveyVillages),
    database.insert(surveyParticipations).values(demoParticipations(now)),
    database.insert(surveyAnswers).values(demoAnswers),
    database.insert(regulations).values(demoRegulations(now)),
    database.insert(practices).values(demoPractices(now)),
    ...demoProblems(now).map((problem) => database.insert(problems).values(problem)),
    database.insert(problemSources).values(demoProblemSources(now)),
    database.insert(problemVillages).values(demoProblemVillages),
    database.insert(priorityVotes).values(demoVote(now)),
    database.insert(priorityVoteVillages).values(demoVoteVillages),
  ]);
  return true;
}
