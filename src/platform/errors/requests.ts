import { known } from './known.ts';

/** What can be wrong with a request, a setting, or the server itself. */
export const requestsErrors = {
  'request.invalid': known(400, '请求不符合要求：{detail}', 'The request is not valid: {detail}'),
  'request.forged': known(
    403,
    '该请求不是从本系统的页面发出的，已拒绝。',
    'This request does not come from a page of this system and was refused.',
  ),
  'request.mediaType': known(
    415,
    '请求内容的类型不对，应为 {expected}。',
    'The content must be of the type {expected}.',
  ),
  'request.tooLarge': known(413, '请求内容过大。', 'The request is too large.'),
  'request.tooMany': known(
    429,
    '请求过于频繁，请在 {seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ),
  'server.busy': known(503, '系统繁忙，请稍后再试。', 'The system is busy; try again shortly.'),
  'config.invalid': known(500, '配置 {name} 无效：{detail}', 'The setting {name} is not valid: {detail}'),
  'route.missing': known(404, '没有这个地址。', 'There is no such address.'),
  internal: known(500, '系统内部错误，编号 {id}。', 'Internal error, number {id}.'),
} as const;
