/** What only somebody with the repository can do or open: the command line is no part of the package. */
const OF_THE_REPOSITORY = ['Try it', 'Run all the tests', 'Install it', 'Command line', 'Other editors', 'More'];

/**
 * The README as VS Code shows it on the page of the extension, which neither opens links to files of the package nor shows pictures from
 * it: without them, and without what is for those who have the repository.
 *
 * @param {string} readme
 */
export function extensionPage(readme) {
  return readme
    .split(/^(?=## )/m)
    .filter((section) => !OF_THE_REPOSITORY.includes(/^## (.*)/.exec(section)?.[1]))
    .join('')
    .replace(/<picture>[\s\S]*?<\/picture>\n\n/g, '')
    .replace(/\[([^\]]+)\]\((?!\w+:|#)[^)]+\)/g, '$1')
    .replace(/<!--[\s\S]*?-->\n\n?/g, '')
    .trimEnd()
    .concat('\n');
}
