import "./states.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  icon: IconName;
  /** Left out where the section's own heading says it. */
  title?: string;
  /** What this place is for and what will come. */
  children: ReactNode;
}

export function EmptyState({ icon, title, children }: Props) {
  return (
    <div className="state" data-kind="empty">
      <Icon name={icon} />
      <div className="state-words">
        {title && <h2>{title}</h2>}
        <p>{children}</p>
      </div>
    </div>
  );
}
