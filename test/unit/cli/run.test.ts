import assert from 'node:assert/strict';
import manifest from '../../../package.json' with { type: 'json' };
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
    for (const command of ['outline', 'check', 'define', 'lsp']) {
      assert.match(out, new RegExp(`^  ${command} `, 'm'));
      const help = await folder.run(command, '--help');
      assert.match(help.out, new RegExp(`^Usage: worksheets ${command}`));
      assert.equal(help.exitCode, 0);
    }
  });

  const mistakes: Record<string, [args: string[], message: RegExp]> = {
    'no command': [[], /^Usage: worksheets/],
    'an unknown command': [['grade'], /Unexpected "grade", expected outline, check, define, lsp or --help\./],
    'a word every object knows': [['constructor'], /Unexpected "constructor"/],
    'an unknown option': [['check', '--fast', 'class.md'], /Unknown option '--fast'\.$/m],
    'an option without its value': [['check', 'class.md', '--key'], /--key/],
    'an unknown format': [['check', '--format', 'xml', 'class.md'], /"xml", expected pretty, json, sarif or github\./],
    'a format of another command': [['outline', '--format=sarif', 'class.md'], /expected pretty or json\./],
    'nothing to check': [['check'], /name at least one PATH\./],
    'a missing file': [['outline', 'class.md', 'nowhere.md'], /There is no file "nowhere.md"\./],
    'a missing path': [['check', 'class.md', 'nowhere'], /There is no file or folder "nowhere"\./],
    'a missing key': [['check', '--key', 'key.md', 'class.md'], /There is no file "key.md"\./],
    'a folder in place of a file': [['outline', 'sub'], /"sub" is a folder, expected a file\./],
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
