import type { ThreadKind } from "../../domain/statuses.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";

/** On a 24 by 24 grid, as the icons of every page. */
const shapes: Record<ThreadKind, string> = {
  question:
    "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.2M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19z",
  correction: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13 20h7",
  regulation: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6",
  practice:
    "M9 18h6M10 21h4M8.500 14.500A6.500 6.500 0 1 1 15.500 14.500c-.5.5-.8 1-.8 1.500H9.300c0-.5-.3-1-.8-1.500z",
  praise:
    "M12 20C6 16 3.500 12.800 3.500 9.300A4.300 4.300 0 0 1 12 7.500a4.300 4.300 0 0 1 8.500 1.800C20.500 12.800 18 16 12 20z",
};

export function KindIcon({ kind }: { kind: ThreadKind }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[kind]} />
    </svg>
  );
}

/** Icon and word, in the kind's colour. */
export function KindBadge({ kind }: { kind: ThreadKind }) {
  const { kinds } = useNotesMessages();
  return (
    <span className="note-kind" data-kind={kind}>
      <KindIcon kind={kind} />
      {kinds[kind]}
    </span>
  );
}
