import "./Icon.css";

/** Drawn for this product on a 24 by 24 grid, with strokes of 2. */
const shapes = {
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  forum: "M4 5h16v11h-8l-5 4v-4H4z",
  program:
    "M3 5.500c3-1 6-1 9 .5 3-1.500 6-1.500 9-.5V19c-3-1-6-1-9 .5-3-1.500-6-1.500-9-.5zM12 6v13.500",
  library: "M4 4h4v16H4zM10 4h4v16h-4zM16 5l3.500-1L23 19l-3.500 1z",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.5-4.5 3.5-6.5 8-6.5s7.5 2 8 6.5",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-4 2.800-6 6.5-6s6.100 2 6.5 6M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.5c2.200.8 3.300 2.600 3.5 5.5",
  back: "M19 12H5m6-7l-7 7 7 7",
  forward: "M5 12h14m-6-7l7 7-7 7",
  up: "M12 19V5m-7 7l7-7 7 7",
  down: "M12 5v14m-7-7l7 7 7-7",
  plus: "M12 5v14M5 12h14",
  grip: "M9 6h.2M15 6h.2M9 12h.2M15 12h.2M9 18h.2M15 18h.2",
  close: "M5 5l14 14M19 5L5 19",
  check: "M4 12.5l5.5 5.5L20 6.5",
  document: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  print: "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
  pencil: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3v4M15.5 3v4",
  place:
    "M12 21c-4.700-5-7-8.400-7-11a7 7 0 0 1 14 0c0 2.600-2.300 6-7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  live: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 6a8.5 8.5 0 0 0 0 12M18 6a8.5 8.5 0 0 1 0 12",
  send: "M4 12L20 4l-5 16-3.5-6.5z",
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H8",
  seal: "M12 13.5a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM9 13l-1.5 8 4.5-2.5 4.5 2.5L15 13",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  warning: "M12 4l9.5 16h-19zM12 10v4.5M12 17.200v.3",
  offline:
    "M3 3l18 18M8.5 15.5a5 5 0 0 1 6 0M5 12a10 10 0 0 1 5-2.800M19 12a10 10 0 0 0-3.5-2.300M12 19.5v.2",
  reload: "M19.5 12a7.5 7.5 0 1 1-2.5-5.600M20 3v4.5h-4.5",
  devices: "M3 5h13v9H3zM1.500 18H12M15 10h6.500v10H15zM17.800 17.500h1",
  key: "M8 15a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 11h9.500M18 11v4M21 11v3",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.500v2",
  redact: "M4 6h10M4 18h16M4 10.500h16v3H4z",
  exit: "M14 4H5v16h9M10 12h11m-4-4l4 4-4 4",
  redo: "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h6",
  sections: "M4 6h16M4 12h11M4 18h14",
  bullets: "M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.2M4.5 12h.2M4.5 18h.2",
  numbers:
    "M10.5 6H20M10.5 12H20M10.5 18H20M4 4.500l1.500-.5v5M3.500 15.500c2.500-1.500 3.500 0 2.500 1.500l-2.500 3H6.500",
  tasks: "M4 4.500h7v7H4zM5.800 8l1.500 1.500L10 6M14 8h6M4 17.500h7M14 17.500h6",
  quote: "M10 7H5v6h4c0 2-1 3.500-3 4M19 7h-5v6h4c0 2-1 3.500-3 4",
  table: "M4 5h16v14H4zM4 10h16M4 14.500h16M12 5v14",
  link: "M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1",
  camera:
    "M4 8h3.500l1.500-3h6l1.500 3H20v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
  note: "M4 4h16v11l-5 5H4zM8 9h8M8 13h5",
  more: "M5 12h.2M12 12h.2M19 12h.2",
  contrast: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M16 5v14M20 9v6",
} as const;

export type IconName = keyof typeof shapes;

/** Always beside a word, hence hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
