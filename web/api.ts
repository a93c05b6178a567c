import { type ClientResponse, hc } from "hono/client";
import type { RefusalBody, Sentence } from "../domain/refusals.ts";
import type { Api } from "../worker/api.ts";

export const api = hc<Api>("/").api;

/** A request that was refused, failed, or never arrived. */
export class ApiError extends Error {
  override name = "ApiError";

  /** The refusal's code, or `unreachable`, or `internal`. */
  readonly code: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** What the Worker said of it, in both languages. */
  readonly sentence: Sentence | null;

  constructor(
    code: string,
    status: number,
    sentence: Sentence | null = null,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.code = code;
    this.status = status;
    this.sentence = sentence;
  }
}

/** The answer's JSON. @throws ApiError */
export async function readResponse<T>(
  request: Promise<ClientResponse<T, number, "json">>,
): Promise<T> {
  const response = await requireOk(request);
  return response.json();
}

/** For answers without a body. @throws ApiError */
export async function requireOk<R extends Pick<Response, "ok" | "status" | "json">>(
  request: Promise<R>,
): Promise<R> {
  const response = await request.catch((cause: unknown) => {
    throw new ApiError("unreachable", 0, null, { cause });
  });
  if (!response.ok) throw await readRefusal(response);
  return response;
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}

async function readRefusal(response: Pick<Response, "status" | "json">): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as { error: RefusalBody };
    return new ApiError(error.code, response.status, error.message);
  } catch (cause) {
    // Not our Worker's words: something between it and the browser answered.
    return new ApiError("internal", response.status, null, { cause });
  }
}
