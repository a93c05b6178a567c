import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { Button } from "./Button.tsx";

/** Offers the other language, in that language. */
export function LanguageButton() {
  const [language, setLanguage] = useLanguage();
  const { menu } = useMessages();
  const other = language === "id" ? "en" : "id";
  return (
    <Button weight="quiet" icon="globe" lang={other} onClick={() => setLanguage(other)}>
      {menu.languages[other]}
    </Button>
  );
}
