import type { RouterRoute } from "hono/types";
import { type ZodType, z } from "zod";
import { apiPageSize, keyScopes, maxKeyDays } from "../../domain/api-v1.ts";
import { partOf, type RoutePart } from "./described-routes.ts";

/** A part of an OpenAPI document. */
interface Part {
  [name: string]: unknown;
}

/**
 * The API's description in OpenAPI 3.1, made of its routes.
 * @param routes all that the API has, middleware too
 * @param access by "GET /api/forums/:forumId" who may ask
 */
export function openApiOf(
  routes: readonly RouterRoute[],
  access: Readonly<Record<string, string>>,
): Part {
  const paths: Record<string, Part> = {};
  for (const [name, who] of Object.entries(access)) {
    const [method = "", path = ""] = name.split(" ");
    const address = path.replaceAll(/:(\w+)/g, "{$1}");
    const parts = routes
      .filter((route) => route.method === method && withoutEnd(route.path) === path)
      .flatMap(({ handler }) => partOf(handler) ?? []);
    paths[address] = {
      ...paths[address],
      [method.toLowerCase()]: operationOf(name, path, who, parts),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sinau Bareng",
      version: "1",
      description: [
        "What stands under /api/v1 is read by other systems with a key, and keeps its shape.",
        `A key is given by the camat for at most ${maxKeyDays} days and for chosen parts (${keyScopes.join(", ")}), sent as "Authorization: Bearer …", never in an address.`,
        `Lists come in pages of ${apiPageSize}; nextPage is null on the last one.`,
        "All other routes belong to the product's own pages, need a person's session, and may change.",
      ].join(" "),
    },
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "session" },
      },
      schemas: { Refusal: refusal },
    },
  };
}

const sentence = {
  type: "object",
  required: ["id", "en"],
  properties: { id: { type: "string" }, en: { type: "string" } },
};

const refusal = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: sentence,
        field: { type: "string" },
      },
    },
  },
};

function operationOf(name: string, path: string, who: string, parts: readonly RoutePart[]): Part {
  const schemaOf = (kind: RoutePart["kind"]) => parts.find((part) => part.kind === kind)?.schema;
  const [json, query, answer] = [schemaOf("json"), schemaOf("query"), schemaOf("answer")];
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    ...{ name: parameter, in: "path", required: true },
    schema: { type: "string" },
  }));
  return {
    operationId: name.replaceAll(/[^A-Za-z0-9]+/g, "_"),
    ...{ tags: [path.split("/")[2] === "v1" ? "v1" : "pages"], "x-access": who },
    security: securityOf(who),
    parameters: [...inPath, ...(query ? queryParameters(query) : [])],
    ...(json && { requestBody: { required: true, content: jsonOf(json, "input") } }),
    responses: {
      "2XX": { description: "Done.", ...(answer && { content: jsonOf(answer, "output") }) },
      "4XX": {
        description: "Refused, with the reason in words.",
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/Refusal" } },
        },
      },
    },
  };
}

function securityOf(who: string): Part[] {
  if (who === "everyone") return [];
  return who.startsWith("key:") ? [{ key: [] }] : [{ session: [] }];
}

function jsonOf(schema: ZodType, io: "input" | "output"): Part {
  return { "application/json": { schema: schemaJson(schema, io) } };
}

function queryParameters(schema: ZodType): Part[] {
  const { properties = {}, required = [] } = schemaJson(schema, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    ...{ name, in: "query", required: required.includes(name) },
    schema: property,
  }));
}

/** What JSON Schema cannot say, such as how words are trimmed, is left out. */
function schemaJson(schema: ZodType, io: "input" | "output"): Part {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}

function withoutEnd(path: string): string {
  return path.replace(/(?<=.)\/$/, "");
}
