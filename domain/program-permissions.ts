import { type ModuleStatus, moduleTransitions } from "./modules.ts";
import type { Actor } from "./permissions.ts";
import { holds, type Role, villagers } from "./roles.ts";
import { type SurveyOpenness, seesVillages } from "./survey/openness.ts";
import { transitionOf } from "./transitions.ts";

/** What the rules need to know about a survey. */
export interface SurveyFacts {
  isDraft: boolean;
  isClosed: boolean;
  openness: SurveyOpenness;
  /** Whether the asking person's village was chosen for it, or has answered it. */
  isForTheirVillage: boolean;
}

/** What the rules need to know about a module: who was asked to write it. */
export interface ModuleFacts {
  askedPersonIds: readonly string[];
}

/** What each action of the programme around the forum is done to. */
export interface ProgramThings {
  "survey.make": [];
  "survey.see": [SurveyFacts];
  "survey.answer": [];
  /** To see who has answered, without what. */
  "survey.follow": [];
  /** To see what was answered, at least in sums. */
  "survey.results": [SurveyFacts];
  /** To see which village answered what; one's own village apart. */
  "survey.villages": [SurveyFacts];
  "problemMap.see": [];
  "problemMap.edit": [];
  /** To put a problem before the next forum as a case. */
  "problemMap.propose": [];
  /** The text, and what lies beside it; with nobody asked: to make one and to ask people. */
  "module.edit": [ModuleFacts];
  "module.move": [{ from: ModuleStatus; to: ModuleStatus }];
  "module.evaluate": [];
  /** What its evaluations say, the words included. */
  "module.seeResults": [ModuleFacts];
  "regulation.edit": [];
  /** What the villages share with each other beside the forums. */
  "sharing.see": [];
  "practice.share": [];
  "practice.change": [{ villageId: string }];
  "practice.withdraw": [{ villageId: string }];
  "question.ask": [];
  /** To know whose question a hidden one is; null where it is no village's. */
  "question.unmask": [{ villageId: string | null }];
  /** To take back a question or an answer. */
  "question.withdraw": [{ authorPersonId: string }];
  "question.markAnswer": [];
  "announcement.make": [];
  /** To put something before the public, and to take it back. */
  "publication.make": [];
  "citizen.answer": [];
  "evidence.edit": [];
  "evidence.read": [];
}

type ProgramRules = {
  [A in keyof ProgramThings]:
    | readonly Role[]
    | ((actor: Actor, ...thing: ProgramThings[A]) => boolean);
};

const hosts: readonly Role[] = ["facilitator", "camat"];
/** Who takes part in a forum's talk: asks, answers, evaluates. */
const talkers: readonly Role[] = [...villagers, "facilitator"];

/** The part of the table of permissions that is about the programme around the forum. */
export const programRules: ProgramRules = {
  "survey.make": ["facilitator"],
  "survey.see": (actor, survey) =>
    holds(actor, ["facilitator"]) ||
    (!survey.isDraft &&
      (holds(actor, hosts) || (holds(actor, villagers) && survey.isForTheirVillage))),
  "survey.answer": villagers,
  "survey.follow": hosts,
  /** Villages see sums once it is closed: what is seen earlier would steer the others. */
  "survey.results": (actor, survey) =>
    !survey.isDraft &&
    (holds(actor, hosts) ||
      (survey.isClosed && holds(actor, villagers) && survey.isForTheirVillage)),
  "survey.villages": (actor, survey) =>
    !survey.isDraft &&
    ((holds(actor, hosts) && seesVillages(survey.openness, "host")) ||
      (survey.isClosed &&
        survey.isForTheirVillage &&
        holds(actor, villagers) &&
        seesVillages(survey.openness, "village"))),
  "problemMap.see": [...villagers, ...hosts, "reviewer"],
  "problemMap.edit": ["facilitator"],
  "problemMap.propose": talkers,
  "module.edit": writesModule,
  "module.move": (actor, { from, to }) =>
    holds(actor, transitionOf(moduleTransitions, from, to)?.roles ?? []),
  "module.evaluate": talkers,
  "module.seeResults": (actor, module) =>
    writesModule(actor, module) || holds(actor, ["camat", "reviewer"]),
  "regulation.edit": ["facilitator"],
  "sharing.see": [...villagers, ...hosts, "reviewer"],
  "practice.share": villagers,
  "practice.change": (actor, { villageId }) =>
    holds(actor, villagers) && actor.villageId === villageId,
  "practice.withdraw": (actor, { villageId }) =>
    holds(actor, ["facilitator"]) || (holds(actor, villagers) && actor.villageId === villageId),
  "question.ask": talkers,
  "question.unmask": (actor, { villageId }) =>
    holds(actor, ["facilitator"]) ||
    (villageId !== null && holds(actor, villagers) && actor.villageId === villageId),
  "question.withdraw": (actor, { authorPersonId }) =>
    holds(actor, ["facilitator"]) || (holds(actor, talkers) && actor.personId === authorPersonId),
  "question.markAnswer": ["facilitator"],
  "announcement.make": ["facilitator"],
  "publication.make": ["camat"],
  "citizen.answer": ["facilitator"],
  "evidence.edit": ["facilitator"],
  "evidence.read": ["facilitator", "camat", "reviewer"],
};

function writesModule(actor: Actor, { askedPersonIds }: ModuleFacts): boolean {
  return (
    holds(actor, ["facilitator"]) ||
    (holds(actor, villagers) && askedPersonIds.includes(actor.personId))
  );
}
