// The programme around the forum on a village hall's phone: a survey from its address to the thanks,
// offline in between, and the problem map until it can be read. Each run has a server and a browser
// of its own, with nothing kept yet.
import { withBrowser } from "../scripts/with-browser.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { median } from "./percentile.ts";
import { fillMap, type MapRun, openMap } from "./programme/problem-map.ts";
import { answerSurvey, type SurveyRun } from "./programme/survey.ts";
import { atMost, finish, rounded, say } from "./report.ts";

await benchCommand(async (isQuick) => {
  const runs: SurveyRun[] = [];
  const maps: MapRun[] = [];
  for (let run = 0; run < (isQuick ? 1 : 3); run++) {
    runs.push(await withBrowser(answerSurvey));
    say(JSON.stringify(runs.at(-1)));
    maps.push(await withBrowser(openMap, fillMap));
    say(JSON.stringify(maps.at(-1)));
  }
  const middle = (of: (run: SurveyRun) => number) => median(runs.map(of));
  const middleMap = (of: (run: MapRun) => number) => median(maps.map(of));
  finish(
    "programme",
    [
      atMost(
        "survey of 20 questions, open to sent, s",
        middle((run) => run.openToSentMs) / 1000,
        60,
      ),
      atMost("its page, kB Brotli", middle((run) => run.codeBytes) / 1000, 150),
      atMost(
        "answers lost",
        runs.reduce((sum, { lost }) => sum + lost, 0),
        0,
      ),
      atMost(
        "problem map of 500 problems, first view of a return visit, s",
        middleMap((run) => run.keptMs) / 1000,
        1,
      ),
    ],
    {
      machine: machine(),
      isQuick,
      openMs: rounded(middle((run) => run.openMs)),
      // The app alone takes longer to come over that line: held against no goal.
      mapFirstEverMs: rounded(middleMap((run) => run.firstEverMs)),
      mapFreshMs: rounded(middleMap((run) => run.freshMs)),
      mapAnswerBytes: rounded(middleMap((run) => run.answerBytes)),
      runs,
      maps,
    },
  );
});
