import { Ajv, type ValidateFunction } from 'ajv';
import type { Message, NotificationMessage, RequestMessage, ResponseMessage } from 'vscode-languageserver/node';
import schema from '../fixtures/lsp.schema.json' with { type: 'json' };

type Side = 'client' | 'server';
type Described = Partial<Record<string, { direction: string; params: object | null }>>;

const requests: Described = schema.requests;
const notifications: Described = schema.notifications;

const ajv = new Ajv({ strict: false });
ajv.addSchema({ $id: 'lsp', ...schema });

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value, by a part of the schema such as `requests/initialize/result`; null where nothing is. */
function problem(part: readonly [string, string, string], value: unknown): string | null {
  const pointer = part.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `lsp#/${pointer}` });
  compiled.set(pointer, validate);
  return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: part.join(' ') });
}

const isRequest = (message: Message): message is RequestMessage => 'method' in message && 'id' in message;
const isNotification = (message: Message): message is NotificationMessage => 'method' in message && !('id' in message);

/** Compares the messages between a client and a server with the protocol's meta model (version 3.18). */
export class MessageValidator {
  /** One sentence for each message that is not as the protocol wants it. */
  readonly problems: string[] = [];
  /** How many messages were compared. */
  checked = 0;
  /** Methods that have been asked for and not been answered yet, by who asked and under which id. */
  readonly #asked = new Map<string, string>();

  /** @param message as `from` has sent it */
  check(from: Side, message: Message): void {
    this.checked++;
    // What comes out of the connection's own objects may hold `undefined`, which JSON leaves out.
    const plain: Message = JSON.parse(JSON.stringify(message));
    if (isRequest(plain)) {
      this.#asked.set(`${from} ${plain.id}`, plain.method);
      this.#checkParams(from, plain, requests, 'requests');
    } else if (isNotification(plain)) this.#checkParams(from, plain, notifications, 'notifications');
    else this.#checkResponse(from, plain as ResponseMessage);
  }

  #checkParams(
    from: Side,
    { method, params }: RequestMessage | NotificationMessage,
    described: Described,
    group: 'requests' | 'notifications',
  ): void {
    if (method.startsWith('worksheets/')) return;
    const entry = described[method];
    if (entry === undefined) this.#add(from, `${method}: the protocol has no such message`);
    else if (entry.direction !== 'both' && !entry.direction.startsWith(from))
      this.#add(from, `${method}: is for the other side to send`);
    else if (entry.params !== null) this.#add(from, problem([group, method, 'params'], params));
    else if (params !== undefined && params !== null) this.#add(from, `${method}: takes no params`);
  }

  #checkResponse(from: Side, { id, result, error }: ResponseMessage): void {
    const asker: Side = from === 'client' ? 'server' : 'client';
    const method = this.#asked.get(`${asker} ${id}`);
    this.#asked.delete(`${asker} ${id}`);
    if (method === undefined) this.#add(from, `an answer to ${id}, which nobody has asked`);
    else if (error !== undefined) {
      if (!Number.isInteger(error.code) || typeof error.message !== 'string')
        this.#add(from, `${method}: an error without code or message`);
    } else if (method in requests) this.#add(from, problem(['requests', method, 'result'], result));
    else if (!method.startsWith('worksheets/')) this.#add(from, `${method}: an answer to an unknown request`);
  }

  #add(from: Side, text: string | null): void {
    if (text !== null) this.problems.push(`From the ${from}: ${text}`);
  }
}
