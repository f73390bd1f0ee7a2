// Loaded with `node -r` before anything else, in syntax that every Node parses: says in one line that a Node is too old.
var needed = [22, 18]
var have = process.versions.node.split('.')
if (Number(have[0]) < needed[0] || (Number(have[0]) === needed[0] && Number(have[1]) < needed[1])) {
  process.stderr.write(
    'Portbook needs Node.js ' +
      needed.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. See README.md.\n',
  )
  process.exit(2)
}
