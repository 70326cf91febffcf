import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_SCHEMA } from '../../../server/src/lsp/settings.ts';
import { inWords, manifest } from '../../support/manifest.ts';

/** Settings of the VS Code client alone. */
const CLIENT_SETTINGS = ['worksheets.trace.server'];

describe('settings', () => {
  it('are the same in the manifest', () => {
    const inManifest = Object.entries(inWords(manifest.contributes.configuration.properties));
    const forServer = inManifest.filter(([name]) => !CLIENT_SETTINGS.includes(name));
    const expected = Object.entries(SETTINGS_SCHEMA).map(([name, schema]) => [`worksheets.${name}`, schema]);
    assert.deepEqual(Object.fromEntries(forServer), Object.fromEntries(expected));
  });

  it('have defaults that pass their own check', () => {
    assert.deepEqual(readSettings(DEFAULT_SETTINGS), { settings: DEFAULT_SETTINGS, problems: [] });
  });
});

describe('readSettings', () => {
  it('takes what is set, and the default for the rest', () => {
    const { settings, problems } = readSettings({ assistance: 'hints', somethingElse: 1 });
    assert.deepEqual(settings, { ...DEFAULT_SETTINGS, assistance: 'hints' });
    assert.deepEqual(problems, []);
  });

  it('is the defaults where there is nothing to read', () => {
    for (const nothing of [undefined, null, 'hints', 3, []]) {
      assert.deepEqual(readSettings(nothing), { settings: DEFAULT_SETTINGS, problems: [] });
    }
  });

  it('takes the levels of rules, and reports the others', () => {
    const { settings, problems } = readSettings({
      rules: {
        unanswered: 'hint',
        'unsure-answer': 'off',
        unanswerd: 'off',
        constructor: 'off',
        'front-matter': 'loud',
      },
    });
    assert.deepEqual(settings, { ...DEFAULT_SETTINGS, rules: { unanswered: 'hint', 'unsure-answer': 'off' } });
    assert.deepEqual(problems, [
      'There is no rule "unanswerd", but one "unanswered".',
      'There is no rule "constructor".',
      'Unexpected level "loud" of the rule "front-matter", expected "error", "warning", "information", "hint", "off".',
    ]);
    assert.deepEqual(readSettings({ rules: ['unanswered'] }), {
      settings: DEFAULT_SETTINGS,
      problems: ['Unexpected worksheets.rules ["unanswered"], expected rule ids with a level each.'],
    });
  });

  it('reports what it does not understand, and goes on', () => {
    const { settings, problems } = readSettings({ assistance: 'all', knowledge: ['keys', 3] });
    assert.deepEqual(settings, DEFAULT_SETTINGS);
    assert.deepEqual(problems, [
      'Unexpected worksheets.assistance "all", expected "answers", "hints", "off".',
      'Unexpected worksheets.knowledge ["keys",3], expected a list of paths.',
    ]);
  });
});
