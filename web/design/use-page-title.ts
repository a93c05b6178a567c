import { useEffect } from "react";
import { useMessages } from "../messages/use-messages.ts";

export function usePageTitle(title: string): void {
  const { productName } = useMessages();
  useEffect(() => {
    document.title = title === productName ? title : `${title} · ${productName}`;
  }, [title, productName]);
}
