/** What a browser says that shows who is here; nothing else is heard but the ping. */
export const look = "look";
/** How often it says so. */
export const lookEveryMs = 4000;
