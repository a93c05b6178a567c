import { printId as words } from "../messages/print-id.ts";

export interface Signatory {
  position: string;
  name: string;
  /** Printed where somebody typed it. */
  nip: string;
}

interface Props extends Signatory {
  /** Above the position: a role in the meeting, or place and day. */
  above?: string;
}

/** On the right, with room for a hand. */
export function SignatureBlock({ above, position, name, nip }: Props) {
  return (
    <div className="signature-block">
      {above && <p>{above}</p>}
      {position !== "" && <p>{position}</p>}
      <p className="signature-name">{name === "" ? <span className="blank-line" /> : name}</p>
      {nip !== "" && <p>{words.signature.nipOf(nip)}</p>}
    </div>
  );
}
