/**
 * Turns the meta model of the Language Server Protocol, as its authors publish it, into JSON Schema for the protocol tests:
 * what each message of each method has to look like.
 *
 *   node scripts/generate-lsp-schema.mjs META_MODEL
 *
 * META_MODEL is the metaModel.json of the protocol's specification. Writes test/fixtures/lsp.schema.json.
 *
 * Objects are closed: a property that the protocol doesn't know is more likely a typing error than an extension.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const target = path.resolve(import.meta.dirname, '../test/fixtures/lsp.schema.json');

/** LSP's numbers, by section "Base Types" of its specification. */
const BASE_TYPES = {
  null: { type: 'null' },
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  decimal: { type: 'number' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uinteger: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  URI: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
  DocumentUri: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' },
};

/** Anything that JSON can say. */
const ANY = ['LSPAny', 'LSPObject', 'LSPArray'];

/** The schema of a type of the meta model. */
function typeSchema(type) {
  switch (type.kind) {
    case 'base':
      return BASE_TYPES[type.name];
    case 'reference':
      return { $ref: `#/definitions/${type.name}` };
    case 'array':
      return { type: 'array', items: typeSchema(type.element) };
    case 'map':
      return { type: 'object', additionalProperties: typeSchema(type.value) };
    case 'or':
      return { anyOf: type.items.map(typeSchema) };
    case 'tuple':
      return {
        type: 'array',
        items: type.items.map(typeSchema),
        minItems: type.items.length,
        maxItems: type.items.length,
      };
    case 'literal':
      return objectSchema(type.value.properties);
    case 'stringLiteral':
      return { const: type.value };
    default:
      throw new Error(`Unexpected kind of type "${type.kind}" in the meta model.`);
  }
}

/** The schema of an object that has these properties, and no others. */
function objectSchema(properties) {
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(({ name, type }) => [name, typeSchema(type)])),
    required: properties.filter(({ optional }) => !optional).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** @param {object} model */
function generate(model) {
  const structures = new Map(model.structures.map((each) => [each.name, each]));

  /** Its own properties after those it takes over: a property of its own replaces one of the same name. */
  function allProperties({ properties, extends: bases = [], mixins = [] }) {
    const inherited = [...bases, ...mixins].flatMap(({ name }) => allProperties(structures.get(name)));
    return [...new Map([...inherited, ...properties].map((property) => [property.name, property])).values()];
  }

  const all = new Map([
    ...model.structures.map((each) => [each.name, () => objectSchema(allProperties(each))]),
    ...model.enumerations.map(({ name, type, values, supportsCustomValues }) => [
      name,
      () => (supportsCustomValues ? BASE_TYPES[type.name] : { enum: values.map(({ value }) => value) }),
    ]),
    ...model.typeAliases.map(({ name, type }) => [name, () => (ANY.includes(name) ? {} : typeSchema(type))]),
  ]);

  const definitions = {};
  /** A schema, with the definitions that it needs. */
  function withDefinitions(schema) {
    JSON.stringify(schema, (key, value) => {
      const name = key === '$ref' ? value.slice('#/definitions/'.length) : null;
      if (name !== null && !(name in definitions)) {
        definitions[name] = null;
        definitions[name] = withDefinitions(all.get(name)());
      }
      return value;
    });
    return schema;
  }

  const messages = (list) =>
    Object.fromEntries(
      list.map(({ method, messageDirection, params, result }) => [
        method,
        {
          direction: messageDirection,
          params: params ? withDefinitions(typeSchema(params)) : null,
          ...(result && { result: withDefinitions(typeSchema(result)) }),
        },
      ]),
    );
  const requests = messages(model.requests);
  const notifications = messages(model.notifications);
  return {
    $comment: `Made from the meta model of LSP ${model.metaData.version} by scripts/generate-lsp-schema.mjs.`,
    requests,
    notifications,
    definitions,
  };
}

const [file] = parseArgs({ allowPositionals: true }).positionals;
if (file === undefined) {
  console.error('Expected the path of metaModel.json.');
  process.exitCode = 2;
} else {
  writeFileSync(target, `${JSON.stringify(generate(JSON.parse(readFileSync(file, 'utf8'))), null, 1)}\n`);
}
