type Env = (key: string) => string | undefined;

export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  // No surveys, no advertising, no links to a vendor: an office works here.
  flags: { nps: false, promoteEE: false, docLinks: false },
  ai: { enabled: false },
  // Without an answer of ours the edit view would offer the vendor's manual.
  preview: { enabled: false },
  autoOpen: false,
});
