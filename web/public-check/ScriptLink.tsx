import { useId } from "react";
import script from "../../scripts/check-fingerprint.mjs?url&no-inline";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";

/** For whoever trusts their own computer more than this page. */
export function ScriptLink() {
  const { script: words } = usePublicCheckMessages();
  const titleId = useId();
  return (
    <section className="section script-link" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <p className="small soft">{words.what}</p>
      <p>
        <a href={script} download="check-fingerprint.mjs">
          {words.download}
        </a>
      </p>
    </section>
  );
}
