import { EmptyState } from "../design/EmptyState.tsx";

export default function RegisterTab({ forumId }: { forumId: string }) {
  return <EmptyState icon="document">{forumId}</EmptyState>;
}
