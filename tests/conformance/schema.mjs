// Discord's own OpenAPI description as a judge: which schema a call's body and answer must obey (ajv, 2020 draft).
// Relaxed only where the description is known to differ from Discord; stricter where it is known to be lax.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const spec = JSON.parse(readFileSync(new URL('../data/discord-openapi-subset.json', import.meta.url)));
const schemas = spec.components.schemas;

// Where docs and description differ, the docs hold: field errors carry text codes, a 429 need not carry one, a bot's
// text ends at 2,000 characters, PATCH demands nothing, a description is text, permissions are text or number.
schemas.InnerErrors.properties._errors.items = {
    type: 'object', required: ['code', 'message'],
    properties: { code: { type: 'string' }, message: { type: 'string' } },
};
schemas.RatelimitedResponse.allOf[0] = { type: 'object', required: ['message'], properties: { message: { type: 'string' }, code: { type: 'integer' } } };
for (const name of ['MessageCreateRequest', 'MessageEditRequestPartial'])
    schemas[name].properties.content.maxLength = 2000;
delete schemas.BotAccountPatchRequest.required;
schemas.ApplicationFormPartial.properties.description = { type: ['string', 'null'], maxLength: 400 };
schemas.ApplicationOAuth2InstallParams.properties.permissions = { type: ['integer', 'string'] };

const ajv = new Ajv({ strict: false, allErrors: true, formats: {
    int32: { type: 'number', validate: (n) => Number.isInteger(n) && Math.abs(n) <= 2 ** 31 },
    int64: { type: 'number', validate: Number.isInteger },
    double: { type: 'number', validate: Number.isFinite },
    snowflake: /^(0|[1-9][0-9]*)$/,
    nonce: true,
} });
addFormats(ajv, ['date-time', 'uri']);
ajv.addSchema(spec, 'discord');

const pointer = (...parts) => `discord#/${parts.map((p) => encodeURIComponent(String(p).replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
const compiled = new Map();
const validator = (ref) => {
    if (!compiled.has(ref))
        compiled.set(ref, ajv.compile({ $ref: ref }));
    return compiled.get(ref);
};

/** The path in the description that this path means; literal parts win over parameters. */
export function template(method, path) {
    const parts = path.split('?')[0].split('/');
    const fits = Object.keys(spec.paths).filter((candidate) => {
        const pattern = candidate.split('/');
        return spec.paths[candidate][method.toLowerCase()] && pattern.length === parts.length
            && pattern.every((part, i) => part === parts[i] || (part.startsWith('{') && parts[i] !== '@me'));
    });
    return fits.sort((a, b) => (a.match(/{/g)?.length ?? 0) - (b.match(/{/g)?.length ?? 0))[0];
}

const complaints = (ref, value) => {
    const validate = validator(ref);
    return validate(value) ? [] : validate.errors.map((e) => `${e.instancePath || '/'} ${e.message}`);
};

const resolve = (schema) => schema.$ref ? { ...resolve(ref(schema.$ref)), ...schema } : schema;
const ref = (address) => address.slice(2).split('/').reduce((node, part) => node[part.replaceAll('~1', '/')], spec);
const fields = (schema) => {
    const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = resolve(schema);
    return Object.assign({}, ...[...allOf, ...anyOf, ...oneOf].map(fields), properties);
};

/** Fields that the description does not know: it never forbids them, and so a typing error would pass. */
export function unknownFields(schema, value, path = '') {
    if (Array.isArray(value)) {
        const items = resolve(schema).items;
        return items ? value.flatMap((item, i) => unknownFields(items, item, `${path}/${i}`)) : [];
    }
    if (value === null || typeof value !== 'object')
        return [];
    const known = fields(schema);
    const { additionalProperties, allOf = [], anyOf = [], oneOf = [] } = resolve(schema);
    if (additionalProperties || [...allOf, ...anyOf, ...oneOf].some((s) => resolve(s).additionalProperties))
        return [];
    return Object.entries(value).flatMap(([name, inner]) => known[name]
        ? unknownFields(known[name], inner, `${path}/${name}`) : [`${path}/${name} is unknown`]);
}

/** What is wrong with the body of a call; empty when nothing is. */
export function judgeBody(method, path, body) {
    const place = ['paths', template(method, path), method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
    const schema = place.reduce((node, part) => node?.[part], spec);
    if (!schema)
        return body === undefined ? [] : [`${method} ${path} takes no body`];
    return [...complaints(pointer(...place), body), ...unknownFields(schema, body)];
}

/** What is wrong with an answer; empty when nothing is. */
export function judgeAnswer(method, path, status, body) {
    const { responses } = spec.paths[template(method, path)][method.toLowerCase()];
    const name = [String(status), `${String(status)[0]}XX`].find((key) => responses[key]);
    if (!name)
        return [`${status} is no answer to ${method} ${path}`];
    const place = responses[name].$ref ? responses[name].$ref.slice(2).split('/')
        : ['paths', template(method, path), method.toLowerCase(), 'responses', name];
    const schema = [...place, 'content', 'application/json', 'schema'].reduce((node, part) => node?.[part], spec);
    if (!schema)
        return body === undefined ? [] : [`${status} has no body`];
    return body === undefined ? [`${status} has a body`] : complaints(pointer(...place, 'content', 'application/json', 'schema'), body);
}
