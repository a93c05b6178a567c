import { cleanLine } from "./people-words.ts";

/** A forum as a calendar keeps it; times in ms since 1970. */
export interface CalendarEvent {
  id: string;
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
  isCancelled: boolean;
  /** Counts its changes, so that a calendar knows the newer one of two. */
  revision: number;
  /** Its page. */
  address: string;
}

interface Calendar {
  name: string;
  /** Makes an event's name one of its own in the world: the product's host. */
  host: string;
  events: readonly CalendarEvent[];
  /** When it is handed out, in ms since 1970. */
  now: number;
}

/**
 * The text of an .ics file or feed, after RFC 5545 with METHOD:PUBLISH. Times are instants in UTC, so
 * that no calendar needs to know a time zone; a cancelled forum stays in it and says so.
 */
export function calendarText({ name, host, events, now }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sinau Bareng//Kalender Forum//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    // What calendars call it that do not know RFC 7986's NAME, and how often they come back.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...events.flatMap((event) => eventLines(event, host, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, host: string, now: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`forum-${event.id}@${host}`)}`,
    `DTSTAMP:${instant(now)}`,
    `SEQUENCE:${event.revision}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place === "" ? [] : [`LOCATION:${escaped(event.place)}`]),
    `URL:${event.address}`,
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** 20261123T020000Z */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** A TEXT value (3.3.11); what is no letter of one line is gone. */
function escaped(text: string): string {
  return cleanLine(text).replace(/[\\;,]/g, "\\$&");
}

const encoder = new TextEncoder();
const maxLineBytes = 75;

/** Lines of 75 bytes at most, each further one begun by a blank (3.1); no letter is cut in two. */
function folded(line: string): string {
  const lines = [""];
  let left = maxLineBytes;
  for (const letter of line) {
    const bytes = encoder.encode(letter).byteLength;
    if (bytes > left) {
      lines.push("");
      // The blank is one of them.
      left = maxLineBytes - 1;
    }
    lines[lines.length - 1] += letter;
    left -= bytes;
  }
  return lines.join("\r\n ");
}
