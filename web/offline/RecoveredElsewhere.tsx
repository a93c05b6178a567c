import { useEffect, useState } from "react";
import { quietly } from "./quietly.ts";
import { RecoveredWordsCard } from "./RecoveredWordsCard.tsx";
import { readRecovered, removeRecovered } from "./recovered-records.ts";

type Recovered = Awaited<ReturnType<typeof readRecovered>>;

/** What rooms did not take, also of documents that the person cannot open any more. */
export function RecoveredElsewhere({ personId }: { personId: string }) {
  const [list, setList] = useState<Recovered>([]);
  useEffect(() => {
    let isShown = true;
    void quietly(async () => {
      const found = await readRecovered(personId);
      if (isShown) setList(found);
    });
    return () => {
      isShown = false;
    };
  }, [personId]);
  const discard = (id: number) => {
    setList(list.filter((each) => each.id !== id));
    void quietly(() => removeRecovered(id));
  };
  return list.map((recovered) => (
    <RecoveredWordsCard
      key={recovered.id}
      recovered={recovered}
      isKept
      onDiscard={() => discard(recovered.id)}
    />
  ));
}
