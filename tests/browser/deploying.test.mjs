// What docs/deploying.md says is what the build writes, and its examples for CI run.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { command, headersOf, site } from './support.mjs';

const docs = new URL('../../docs/', import.meta.url);
const example = async (name) => {
  const text = await readFile(new URL(`deploying/${name}`, docs), 'utf8');
  return { text, read: parse(text, { strict: true, uniqueKeys: true }) };
};

/**
 * Runs lines of an example in a copy of the example site, with the command in the path; what installs it is left out. A
 * site that `init` just made would not do: the pages that are yet to be filled in are warnings.
 */
async function run(lines, env) {
  const work = await mkdtemp(join(tmpdir(), 'clausewerk-deploying-'));
  try {
    await mkdir(join(work, 'bin'));
    await symlink(command, join(work, 'bin', 'clausewerk'));
    const folder = join(work, 'site');
    for (const name of ['clausewerk.toml', 'content', 'i18n', 'themes']) await cp(new URL(`../${name}`, docs), join(folder, name), { recursive: true });
    const ran = lines.filter((line) => !/^cargo install |^export PATH=/.test(line));
    assert.ok(ran.some((line) => line.startsWith('clausewerk build ')));
    for (const line of ran) {
      const { status, stderr } = spawnSync('sh', ['-eu', '-c', line], { cwd: folder, env: { PATH: `${join(work, 'bin')}:/usr/bin:/bin`, ...env }, encoding: 'utf8' });
      assert.equal(status, 0, `${line}: ${stderr}`);
    }
    const home = await readFile(join(folder, 'public/nl/index.html'), 'utf8');
    assert.match(home, /<link rel="canonical" href="https:\/\/owner\.example\/repository\/nl\/">/);
    return { packed: await stat(join(folder, 'public/nl/index.html.gz')).then(() => true, () => false) };
  } finally {
    await rm(work, { recursive: true });
  }
}

const inOrder = (lines) => {
  const [check, build] = ['clausewerk check --deny ', 'clausewerk build '].map((begin) => lines.findIndex((line) => line.startsWith(begin)));
  assert.ok(check >= 0 && check < build, 'proofread before it is built');
};

test('the GitHub Actions example: pinned, with no more rights than it needs, and its commands run', async () => {
  const { text, read } = await example('github-pages.yml');
  const steps = Object.values(read.jobs).flatMap((job) => job.steps);
  const used = steps.filter((step) => step.uses).map((step) => step.uses);
  assert.equal(used.length, 4);
  for (const one of used) {
    assert.match(one, /^actions\/[a-z-]+@[0-9a-f]{40}$/);
    assert.match(text, new RegExp(`${one} # v\\d+\\.\\d+\\.\\d+\\n`), `${one} says its version`);
  }
  assert.deepEqual(read.permissions, {}, 'nothing but what a job asks for');
  assert.deepEqual(read.jobs.build.permissions, { contents: 'read', pages: 'read' });
  assert.deepEqual(read.jobs.deploy.permissions, { pages: 'write', 'id-token': 'write' });
  assert.equal(read.jobs.deploy.needs, 'build');
  assert.deepEqual(Object.keys(read.on), ['push', 'schedule', 'workflow_dispatch'], 'a pull request publishes nothing');
  const lines = steps.filter((step) => step.run).flatMap((step) => step.run.split('\n'));
  // What is filled in comes by the environment, so that no value can become a command.
  assert.doesNotMatch(lines.join('\n'), /\$\{\{/);
  inOrder(lines);
  await run(lines, { BASE_URL: 'https://owner.example/repository/' });
});

test('the GitLab CI example: its commands run, only the default branch is published, and files lie packed beside', async () => {
  const { read } = await example('gitlab-ci.yml');
  assert.deepEqual(read.stages, ['check', 'deploy']);
  assert.deepEqual(read.pages.rules, [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
  assert.deepEqual(read.pages.artifacts.paths, ['public']);
  assert.equal(read.proofread.stage, 'check');
  assert.match(read.default.image, /^rust:\d+\.\d+-[a-z]+$/);
  inOrder(read.pages.script);
  const { packed } = await run([...read.default.before_script, ...read.proofread.script, ...read.pages.script], { CI_PAGES_URL: 'https://owner.example/repository' });
  assert.ok(packed);
});

test('the page names the headers to the letter', async () => {
  const page = await readFile(new URL('deploying.md', docs), 'utf8');
  const shown = [...page.matchAll(/```http\n([\s\S]*?)```/g)].flatMap(([, lines]) => lines.trim().split('\n'));
  const said = (await headersOf(site))('/nl/vendors/');
  assert.deepEqual(Object.fromEntries(shown.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])), said);
  const assets = (await headersOf(site))('/assets/0/a.css')['cache-control'];
  assert.ok(page.includes(`\`${assets}\``));
});

test('every command on the page has the options that it is given', async () => {
  const page = await readFile(new URL('deploying.md', docs), 'utf8');
  const lines = [...page.matchAll(/^clausewerk (\w+)(.*)$/gm)];
  assert.ok(lines.length >= 2);
  for (const [, name, rest] of lines) {
    const help = spawnSync(command, [name, '--help'], { encoding: 'utf8' });
    assert.equal(help.status, 0, name);
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) assert.ok(help.stdout.includes(option), `${name} ${option}`);
  }
});
