import { useEffect, useState } from "react";

const pauseMs = 200;

/** What was typed, as soon as the typing pauses: not every letter is a question to the server. */
export function useTyped(text: string): string {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setTyped(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return typed;
}
