/** `settings.jsonc` as `init` writes it: every setting with its default, commented out. */
export const SETTINGS_TEMPLATE = `// Settings of clausewatch. Comments and trailing commas are allowed. What is left out keeps its default;
// the lines that are commented out show it. Everything is explained in docs/reference/settings.md.
// Passwords never stand here: the mail server is set by SMTP_URL in the environment, see .env.example.
{
  // Whom a site can ask about our requests: a URL or mailto: address, sent in the User-Agent.
  // "contact": "https://clausewatch.example/bot",

  // Who is told of what. Selectors: platform, platform/document, or globs of these, such as "meta*" or "*/privacy-*".
  // Topics: "all", or some of "ai-training", "ai-other". Severities: none, low, medium, high, critical.
  //   { "to": "you@example.org" },
  //   { "to": "Desk <desk@example.org>", "selectors": ["x", "linkedin"], "topics": ["ai-training"], "minSeverity": "high" },
  "subscriptions": [],

  "schedule": {
    // How often each document is checked: 30m, 6h, 1d.
    // "every": "6h",
    // After which other words are looked at a second time, before anybody is told.
    // "confirmAfter": "10m",
    // For the time of day of the heartbeat; without it, the system's.
    // "timeZone": "UTC",
  },

  "mail": {
    // "from": "clausewatch <clausewatch@localhost>",
    // How long delivery of an alert is tried.
    // "maxAgeHours": 72,
    // A mail every Monday that says the daemon is alive, and what it cannot read; or "off".
    // "heartbeat": "weekly",
  },

  "http": {
    // "totalTimeoutMs": 60000, // one request with its redirects
    // "idleTimeoutMs": 15000, // without a single byte
    // "maxBytes": 20971520, // after decompression
    // "maxRedirects": 10,
    // "attempts": 3, // for failures that can pass
    // "backoffMs": 1000, // before the second attempt, doubling
    // "minPauseMs": 2000, // between two requests to one host
    // "allowedPorts": [80, 443],
    // "allowLoopback": false, // for tests only
  },

  "browser": {
    // For pages that show their text to a browser only. Without it, one that is installed is found.
    // "path": "/usr/bin/chromium",
  },

  "web": {
    // Where the daemon answers /healthz, /readyz and /metrics; 0 takes any free port, "off" none.
    // "port": 8017,
    // "host": "127.0.0.1",
  },
}
`;

/** `sources.local.jsonc` as `init` writes it: empty, with examples. */
export const SOURCES_TEMPLATE = `// Your own sources, merged by id over the list that ships with clausewatch (docs/reference/sources.md).
{
  "platforms": [
    // A platform of your own:
    // {
    //   "id": "example",
    //   "name": "Example",
    //   "documents": [
    //     { "id": "privacy-policy", "name": "Privacy Policy", "kind": "privacy-policy", "urls": ["https://example.org/privacy"] },
    //   ],
    // },

    // A document of the shipped list switched off, and a whole platform:
    // { "id": "x", "documents": [{ "id": "about-grok", "enabled": false }] },
    // { "id": "reddit", "enabled": false },
  ],
}
`;

/** `.env.example` as `init` writes it; a person copies it to `.env`. */
export const ENV_TEMPLATE = `# Copy to .env, which must not be writable by others and never belongs into version control: chmod 600 .env

# The mail server. smtp:// upgrades to TLS where the server offers it, smtps:// is TLS from the start.
# Special characters in user name or password are percent-encoded (@ is %40). Without it, alerts are written as files.
# SMTP_URL=smtps://user:password@mail.example.org:465

# PEM file of the authority that signed a private mail server's certificate.
# SMTP_CA_FILE=/etc/ssl/private-ca.pem
`;
