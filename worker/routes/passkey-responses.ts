import { z } from "zod";

const base64url = z.string().regex(/^[\w-]{1,8000}={0,2}$/);
const attachment = z.enum(["platform", "cross-platform"]).exactOptional();
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  // What no extension was asked for is not looked at.
  clientExtensionResults: z.unknown().transform(() => ({})),
};
const transport = z.string().regex(/^[\w-]{1,20}$/);

/** What a browser answers when a passkey is made. */
export const madeResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(transport).max(7).exactOptional(),
  }),
});

/** What a browser answers when one is used. */
export const signedInResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
});
