import "./Brand.css";
import { Link } from "wouter";
import { useMessages } from "../messages/use-messages.ts";

/** The product's name, which leads home; example rooms wear their mark here on every page. */
export function Brand({ isDemo = false }: { isDemo?: boolean }) {
  const { productName, demo } = useMessages();
  return (
    <Link href="/" className="brand">
      <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M4 9c5-3 9-2 12 1 3-3 7-4 12-1v14c-5-3-9-2-12 1-3-3-7-4-12-1z" />
        <path d="M16 10v14" />
      </svg>
      <span className="brand-words">
        {productName}
        {isDemo && <span className="demo-tag">{demo.tag}</span>}
      </span>
    </Link>
  );
}
