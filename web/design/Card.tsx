import "./Card.css";
import type { ReactNode } from "react";

interface Props {
  /** The one card of a screen that asks for the next step. */
  weight?: "plain" | "main";
  children: ReactNode;
}

export function Card({ weight = "plain", children }: Props) {
  return (
    <div className="card" data-weight={weight}>
      {children}
    </div>
  );
}
