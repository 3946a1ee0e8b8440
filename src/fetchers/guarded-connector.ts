import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isLoopback } from './address-guard.ts';
import { isPermitted, portOf, type TargetRules } from './check-target.ts';
import { FetchFailure } from './fetch-failure.ts';

/** Makes a connection to one of `addresses`, all of them vetted. Tests put a recorder here. */
export type Connect = (
  target: buildConnector.Options & { readonly addresses: readonly string[] },
  callback: buildConnector.Callback,
) => void;

export interface ConnectorOptions extends TargetRules {
  readonly connectTimeoutMs: number;
  /** PEM, trusted besides the system's own certificates. */
  readonly ca?: readonly string[];
  /** As `dns.lookup`; must understand `all: true`. */
  readonly lookup?: LookupFunction;
  readonly connect?: Connect;
}

function resolveAll(hostname: string, lookup: LookupFunction): Promise<string[]> {
  if (isIP(hostname) !== 0) return Promise.resolve([hostname]);
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true, verbatim: true }, (error, found) => {
      if (error) reject(error);
      else resolve(typeof found === 'string' ? [found] : found.map(({ address }) => address));
    });
  });
}

/** A lookup that knows only the vetted answer: the connection cannot go anywhere else. */
function fixedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family);
  };
}

function vet(addresses: readonly string[], target: buildConnector.Options, rules: TargetRules): void {
  const refuse = (code: 'host_unknown' | 'address_forbidden' | 'port_forbidden', detail: string) =>
    new FetchFailure(code, { detail });
  if (addresses.length === 0) throw refuse('host_unknown', `${target.hostname} has no address`);
  // One bad record refuses all: which of them the connection would take is not ours to say.
  const bad = addresses.find((address) => !isPermitted(address, rules));
  if (bad !== undefined) throw refuse('address_forbidden', `${target.hostname} leads to ${bad}, no public address`);
  const port = portOf(target);
  if (!rules.allowedPorts.includes(port) && !addresses.every(isLoopback)) {
    throw refuse('port_forbidden', `port ${port} is not allowed`);
  }
}

function connectTo(options: ConnectorOptions): Connect {
  return ({ addresses, ...target }, callback) => {
    const connect = buildConnector({
      allowH2: false,
      // Said aloud, because a variable of the environment (NODE_TLS_REJECT_UNAUTHORIZED) could turn it off else.
      rejectUnauthorized: true,
      timeout: options.connectTimeoutMs,
      lookup: fixedLookup(addresses),
      ...(options.ca ? { ca: [...options.ca] } : {}),
    });
    connect(target, callback);
  };
}

function checkPeer(socket: { readonly remoteAddress?: string | undefined; destroy(): unknown }, rules: TargetRules) {
  const peer = socket.remoteAddress;
  if (peer !== undefined && isPermitted(peer, rules)) return null;
  socket.destroy();
  return new FetchFailure('address_forbidden', { detail: `the connection went to ${peer ?? 'nowhere'}` });
}

/**
 * undici's `connect`, guarded: literals and every looked-up address are checked before, the connection goes to a
 * checked address, and the peer is checked after. Refusals reach the caller as a `FetchFailure` cause.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const connect = options.connect ?? connectTo(options);
  const lookup = options.lookup ?? (systemLookup as LookupFunction);
  const prepare = async (target: buildConnector.Options): Promise<string[]> => {
    const addresses = await resolveAll(target.hostname, lookup);
    vet(addresses, target, options);
    return addresses;
  };
  return (target, callback) => {
    const answer: buildConnector.Callback = (...[error, socket]) => {
      const refusal = socket ? checkPeer(socket, options) : null;
      if (socket && !refusal) callback(null, socket);
      else callback(error ?? refusal ?? new Error('no connection'), null);
    };
    const start = (addresses: string[]): void => {
      // A certificate authority that is no PEM is thrown, not called back.
      try {
        connect({ ...target, addresses }, answer);
      } catch (error) {
        callback(error as Error, null);
      }
    };
    prepare(target).then(start, (error: Error) => callback(error, null));
  };
}
