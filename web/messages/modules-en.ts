import type { modulesId } from "./modules-id.ts";

export const modulesEn: typeof modulesId = {
  title: "Training modules",
  card: "What is learnt together: written, tried in forums, evaluated, then published.",
  open: "Open the modules",
  openOne: "Open this module",
  intro:
    "Modules are written together, tried in forums, evaluated by those who took part, refined and published.",
  empty: {
    title: "No module yet",
    make: "Begin with its title and theme. Then you can ask people of the villages to write with you.",
    wait: "Modules of the sub-district that are on trial will be here to read.",
    filtered: "There is no module of this theme and status.",
  },
  make: "Make a module",
  filter: { theme: "Theme", status: "Status", all: "All" },
  asked: "You are asked to write",
  askedFor: (request) => `You are asked to write: ${request}`,
  uses: (count) =>
    count === 0 ? "Used by no forum yet" : `Used by ${count} ${count === 1 ? "forum" : "forums"}`,
  toEvaluate: "Waiting for your evaluation",
  evaluateNamed: (title) => `Evaluate: ${title}`,
  evaluate: "Evaluate",
  newModule: {
    title: "New module",
    name: "Title of the module",
    nameHint: "For example: Drafting the budget when funds shrink",
    theme: "Theme",
    missing: "Write its title first, of at most 160 letters.",
    why: "A module begins as a design: only facilitators, the camat and those whom you ask can open it.",
    send: "Make the module",
  },
  page: {
    write: "Write together",
    read: "Read the module",
    history: "Version history",
    steps: "The module's way",
    since: (day) => `since ${day}`,
    seeThen: "See it as it was then",
    changed: "What the evaluation changed",
    changedWhy: "Compare the text when the evaluation began with the text afterwards.",
    compare: "Compare versions",
    noSteps:
      "This module is still a design. Each change of its status is kept here with its version.",
    remove: "Delete the module",
    removeTitle: "Delete this module?",
    removeWhat:
      "It leaves all lists and can no longer be written in. A module that a forum has used cannot be deleted, only withdrawn.",
    cancel: "Cancel",
  },
  moves: {
    design: { button: "", question: "", consequence: "" },
    trial: {
      button: "Begin the trial",
      question: "Begin this module's trial?",
      consequence:
        "All villages of the sub-district can read it and leave notes, and forums can use it. Facilitators and those who were asked remain the ones who write.",
    },
    evaluation: {
      button: "Begin the evaluation",
      question: "Begin this module's evaluation?",
      consequence:
        "The text as it is now is kept as the version that is evaluated. It can still be improved, and the improvements compared later.",
    },
    refined: {
      button: "Mark as refined",
      question: "Is this module refined?",
      consequence: "The text as it is now is kept as the refined one. The camat can publish it.",
    },
    published: {
      button: "Publish the module",
      question: "Publish this module?",
      consequence: "Nobody can change its text any more. All villages go on reading it.",
    },
    withdrawn: {
      button: "Withdraw the module",
      question: "Withdraw this module?",
      consequence:
        "It can no longer be written in or used by a forum. Its text, versions and evaluations are kept.",
    },
  },
  writers: {
    title: "Who writes it",
    none: "Nobody was asked yet. Facilitators write it alone until somebody of a village is asked.",
    ask: "Ask somebody to write",
    who: "Who",
    choose: "Choose somebody",
    what: "Write what",
    whatHint: "For example: a cost plan of your village under Material",
    send: "Ask to write",
    missing: "Choose who, and write what is asked.",
    release: "No longer asked",
    releaseNamed: (name) => `${name} is no longer asked to write`,
    releaseTitle: (name) => `${name} is no longer asked to write?`,
    releaseWhat: "What was written stays. This person can write in this module no more.",
  },
  used: {
    title: "Used in forums",
    none: "No forum has used this module yet. Begin its trial, then choose it for an item of a forum's agenda.",
    version: "See the version that was used",
    noVersion: "Its version was not recorded",
    forum: "Open the forum",
  },
  files: {
    title: "Attachments",
    none: "No attachment yet.",
  },
  results: {
    title: "What the evaluations say",
    none: "Nobody has evaluated it yet. Participants and facilitators do so on this page once their forum has used it.",
    participants: (count) => `Villages' people (${count} evaluations)`,
    facilitators: (count) => `Facilitators (${count} evaluations)`,
    average: (value) => `average ${value} of 4`,
    table: "See it as a table",
    forum: "Forum",
    given: "Evaluations",
    inTable: {
      participant: (count) => `Participants (${count})`,
      facilitator: (count) => `Facilitators (${count})`,
    },
    groups: { participant: "Participants", facilitator: "Facilitators" },
    words: "In their words",
    nameless: "Nobody is shown the names of those who evaluated it.",
    fewHidden: (fewest) =>
      `Where fewer than ${fewest} people of one forum evaluated it, only their number is shown, so that nobody can tell who they are.`,
  },
  scales: {
    clear: "Easy to understand",
    useful: "Useful for my work",
    fitting: "Fits how things are in my village",
    applicable: "I can apply it at once",
  },
  steps: ["Not yet", "Hardly", "Fairly", "Yes, very"],
  evaluation: {
    title: "Evaluation of the module",
    of: (module, forum) => `${module}, in ${forum}`,
    why: "Four questions, one minute. Nobody is shown your name.",
    word: "One suggestion for improving this module (may stay empty)",
    missing: (count) =>
      `${count} ${count === 1 ? "question is" : "questions are"} not answered yet.`,
    send: "Send the evaluation",
    sending: "Sending…",
    given: "Thank you. Your evaluation is stored.",
    notYours: "No evaluation waits for you for this forum.",
    kept: "Answers that are not sent yet are kept on this device.",
    toModule: "To the module's page",
  },
};
