import { useExportMessages } from "../messages/use-export-messages.ts";
import type { PaperSize } from "./docx/paper-size.ts";

interface Props {
  size: PaperSize;
  onChange: (size: PaperSize) => void;
}

export function PaperChoice({ size, onChange }: Props) {
  const words = useExportMessages();
  return (
    <label className="field">
      {words.paper}
      <select value={size} onChange={(event) => onChange(event.target.value as PaperSize)}>
        {Object.entries(words.papers).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
