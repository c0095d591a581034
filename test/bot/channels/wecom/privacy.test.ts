/** Who wrote what stays where replies need it: not in logs, not in what is kept of the talk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { names } from '../../../../bot/channels/wecom/who.ts';
import { pathsIn } from '../../../support/hallTalk.ts';
import { appEnv, appService, messageXml } from '../../../support/wecom/appService.ts';
import { postCallback, sample, sealed, signed } from '../../../support/wecom/callbacks.ts';

test('neither log nor transcript holds a userid, a secret, a token or a word that was said', async () => {
  const service = await appService();
  const { url, standIn, callback, say, now, store, conversation } = service;
  standIn.script('message/send', { errcode: 0, invaliduser: 'zhangsanfeng' }, { errcode: 60020 }, { broken: true });
  standIn.script('message/send', { status: 500 });
  const at = Math.floor(now().getTime() / 1000);
  await callback(messageXml('ZhangSanFeng', at, { MsgType: 'event', Event: 'enter_agent', EventKey: '' }));
  await say('ZhangSanFeng', '开始自查');
  const bad = sealed(messageXml('ZhangSanFeng', at, { MsgType: 'text', Content: '机密的话', MsgId: '1' }));
  await postCallback(`${url}/wecom/callback`, { ...bad, query: `${bad.query}0` });
  await postCallback(`${url}/wecom/callback`, signed('AAAA'));
  await callback(messageXml('ZhangSanFeng', 1, { MsgType: 'text', Content: '机密的话', MsgId: '1' }));
  await say('ZhangSanFeng', '负责人本人');
  standIn.script('message/send', { errcode: 45009 });
  await service.write('ZhangSanFeng', '高校');
  await expect.poll(() => service.log()).toContain('过于频繁');
  const secrets = Object.values(appEnv('x')).filter((each) => each.length > 5 && each !== sample.receiveId);
  for (const word of ['zhangsanfeng', '机密的话', '开始自查', 'msg_signature', 'access_token', 'token-', ...secrets])
    expect(service.log().toLowerCase()).not.toContain(word.toLowerCase());
  const kept = JSON.stringify(await store.talks.read(conversation('zhangsanfeng'), 0));
  expect(kept).toContain('负责人本人');
  expect(kept.toLowerCase()).not.toContain('zhangsanfeng');
  expect(conversation('zhangsanfeng')).not.toContain('zhangsan');
  await service.close();
  const paths = await pathsIn(service.folder);
  expect(paths.join().toLowerCase()).not.toContain('zhangsan');
  for (const path of paths.filter((each) => each.startsWith('transcripts')))
    expect((await readFile(join(service.folder, path), 'utf8')).toLowerCase()).not.toContain('zhangsanfeng');
});

test('whoever knows all userids cannot tell from a transcript whose it is without the key of the home', () => {
  const [one, other] = [names('a key', 218), names('another key', 218)];
  expect(one.member('ZhangSan')).toEqual(one.member('zhangsan'));
  expect(one.member('zhangsan')).not.toEqual(one.member('lisi'));
  expect(one.member('zhangsan').conversation).not.toBe(other.member('zhangsan').conversation);
  expect(one.member('zhangsan').conversation).not.toBe(names('a key', 219).member('zhangsan').conversation);
});
