import { ApiError } from "./api.ts";
import { ErrorState } from "./design/ErrorState.tsx";
import { PageFrame } from "./design/PageFrame.tsx";
import { useMessages } from "./messages/use-messages.ts";

const notFound = new ApiError("not-found", 404);

export function NotFoundPage() {
  const { errors } = useMessages();
  return (
    <PageFrame title={errors.notFoundTitle}>
      <ErrorState error={notFound} />
    </PageFrame>
  );
}
