import "../regulations/citation.css";
import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { regulationsQuery } from "../regulations/regulations-query.ts";
import { standingWords } from "../regulations/standing-words.ts";
import { tellRegister } from "./editor/known-register.ts";

/** Brings the register into the editor. */
export default function KnownCitations({ editor }: { editor: Editor }) {
  const words = useRegulationsMessages();
  const [language] = useLanguage();
  const { data } = useQuery(regulationsQuery);
  useEffect(() => {
    if (!data || editor.isDestroyed) return;
    const { regulations } = data;
    const standingOf = (regulationId: string) => {
      const regulation = regulations.find(({ id }) => id === regulationId);
      return regulation ? standingWords(regulation, regulations, words, language) : null;
    };
    editor.view.dispatch(tellRegister(editor.state.tr, { regulations, standingOf }));
  }, [editor, data, words, language]);
  return null;
}
