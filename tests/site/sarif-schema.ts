/**
 * The essential parts of SARIF 2.1.0 (OASIS, 27 March 2020), written by hand from its sections 3.13
 * to 3.30: what every reader needs, and nothing that the standard does not name.
 */
const message = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 } },
  additionalProperties: false,
};

const level = { enum: ['none', 'note', 'warning', 'error'] };

const rule = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', minLength: 1 },
    shortDescription: message,
    help: message,
    defaultConfiguration: { type: 'object', properties: { level }, additionalProperties: false },
  },
  additionalProperties: false,
};

const physicalLocation = {
  type: 'object',
  required: ['artifactLocation'],
  properties: {
    artifactLocation: {
      type: 'object',
      required: ['uri'],
      // A relative reference (RFC 3986): no scheme, no backslash, no space
      properties: { uri: { type: 'string', pattern: "^[\\w.!~*'()%/-]+$" } },
      additionalProperties: false,
    },
    region: {
      type: 'object',
      required: ['startLine'],
      properties: { startLine: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const result = {
  type: 'object',
  required: ['message', 'ruleId', 'ruleIndex', 'level', 'locations'],
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { physicalLocation },
        required: ['physicalLocation'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

export const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string', minLength: 1 },
                  rules: { type: 'array', items: rule, uniqueItems: true },
                },
                additionalProperties: false,
              },
            },
            additionalProperties: false,
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
