import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import type { Agreement } from "./register-query.ts";

export function AgreementList({ agreements }: { agreements: readonly Agreement[] }) {
  const words = useRegisterMessages();
  return (
    <ol className="agreements">
      {agreements.map(({ nodeId, text, document }) => (
        <li key={`${document.id}/${nodeId}`}>
          <p className="said">{text}</p>
          <Link
            className="agreement-source small"
            href={`/dokumen/${document.id}#c-${nodeId}`}
            aria-label={words.inDocumentNamed(document.title)}
          >
            {document.title}
            <Icon name="forward" />
          </Link>
        </li>
      ))}
    </ol>
  );
}
