import assert from 'node:assert/strict';
import manifest from '../../../package.json' with { type: 'json' };
import { COMMANDS } from '../../../server/src/cli/run.ts';
import { Folder, finished } from './support.ts';

describe('worksheets', () => {
  let folder: Folder;

  before(() => {
    folder = new Folder({ 'class.md': finished, 'sub/class.md': finished });
  });

  after(() => folder.remove());

  it('shows its version', async () => {
    assert.deepEqual(await folder.run('--version'), { exitCode: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('helps, with all and with each command', async () => {
    const { out, exitCode } = await folder.run('--help');
    assert.equal(exitCode, 0);
    for (const command of Object.keys(COMMANDS)) {
      assert.match(out, new RegExp(`^  ${command} `, 'm'));
      const help = await folder.run(command, '--help');
      assert.match(help.out, new RegExp(`^Usage: worksheets ${command}`));
      assert.equal(help.exitCode, 0);
    }
  });

  const mistakes: Record<string, [args: string[], message: RegExp]> = {
    'no command': [[], /^Usage: worksheets/],
    'an unknown command': [['grade'], /^worksheets: Unexpected "grade", expected check, .* or --help\.$/m],
    'a word every object knows': [['constructor'], /^worksheets: Unexpected "constructor"/],
    'an unknown option': [['check', '--fast', 'class.md'], /^worksheets: Unknown option '--fast'\.$/m],
    'an option without its value': [['check', 'class.md', '--key'], /^worksheets: Option '--key/],
    'a switch with a value': [
      ['check', '--fix=all', 'class.md'],
      /^worksheets: Option '--fix' does not take an argument\.$/m,
    ],
    'an unknown format': [
      ['check', '--format', 'xml', 'class.md'],
      /^worksheets: Unexpected format "xml", expected pretty, json, sarif, junit, csv or github\.$/m,
    ],
    'a format of another command': [['outline', '--format=sarif', 'class.md'], /expected pretty or json\.$/m],
    'unknown assistance': [
      ['check', '--assistance', 'some'],
      /^worksheets: Unexpected assistance "some", expected answers, /,
    ],
    'a rule without a level': [
      ['check', '--rule', 'unanswered'],
      /^worksheets: Unexpected rule "unanswered", expected a rule's id and a level/,
    ],
    'an unknown rule': [
      ['check', '--rule', 'unansweredd=off'],
      /^worksheets: There is no rule "unansweredd", but one "unanswered"\.$/m,
    ],
    'an unknown level': [
      ['check', '--rule', 'unanswered=bad'],
      /^worksheets: Unexpected level "bad" of the rule "unanswered"/,
    ],
    'a shard past the last': [
      ['check', '--shard', '5/4'],
      /^worksheets: Unexpected shard "5\/4", expected i\/n with i from 1 to n/,
    ],
    'a shard before the first': [['check', '--shard', '0/4'], /^worksheets: Unexpected shard "0\/4"/],
    'a shard that is no fraction': [['check', '--shard', 'half'], /^worksheets: Unexpected shard "half"/],
    'nothing to make blank': [['blank'], /^worksheets: Name one KEY\.$/m],
    'two keys to make blank': [['blank', 'a.md', 'b.md'], /^worksheets: Name one KEY\.$/m],
    'a folder to make blank': [['blank', 'sub'], /^worksheets: "sub" is a folder, expected a file\.$/m],
    'a worksheet to make blank': [['blank', 'class.md'], /^worksheets: "class.md" is no answer key: /],
    'nothing to outline': [['outline'], /^worksheets: Nothing to work on: name at least one PATH\.$/m],
    'a missing path': [['check', 'nowhere'], /^worksheets: There is no file or folder "nowhere"\.$/m],
    'a pattern that nothing fits': [['check', '*.text'], /^worksheets: No file fits "\*\.text"\.$/m],
    'a missing key': [['check', '--key', 'key.md', 'class.md'], /^worksheets: There is no file or folder "key.md"\.$/m],
    'a report in a folder that is missing': [
      ['check', '--output', 'no/report.json', 'class.md'],
      /^worksheets: "no\/report.json" cannot be written: its folder is not there\.$/m,
    ],
    'a report in place of a folder': [
      ['check', '--output', 'sub', 'class.md'],
      /^worksheets: "sub" cannot be written: it is a folder\.$/m,
    ],
    'standard input to be mended': [
      ['check', '--fix', '-'],
      /^worksheets: Standard input cannot be mended in its place/,
    ],
  };
  for (const [name, [args, message]] of Object.entries(mistakes)) {
    it(`ends with 2 and one message: ${name}`, async () => {
      const { exitCode, out, err } = await folder.run(...args);
      assert.equal(exitCode, 2);
      assert.equal(out, '');
      assert.match(err, message);
      if (args.length > 0) assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }
});
