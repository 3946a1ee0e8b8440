import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Platform } from '../domain/source.ts';
import type { DemoPlatform } from './demo-platform.ts';
import { type DemoStep, demoDocumentId, demoPlatforms, demoSteps } from './demo-steps.ts';
import { createPlatformServer } from './serve-platform.ts';

/** The fictional web while it is being served. */
export interface DemoWeb {
  /** Ready for the configuration: their URLs point to the loopback servers, one origin per platform. */
  readonly platforms: readonly Platform[];
  readonly steps: readonly DemoStep[];
  /** From 0; every page served from now on is the one of that step. Throws a RangeError outside of `steps`. */
  setStep(step: number): void;
  close(): Promise<void>;
}

/** Serves four fictional platforms on 127.0.0.1, each on a free port of its own, beginning with step 0. */
export async function startDemoWeb(): Promise<DemoWeb> {
  let current = 0;
  const servers = demoPlatforms.map((platform) => createPlatformServer(platform, () => current));
  try {
    const platforms = await Promise.all(
      demoPlatforms.map(async (platform, index) => toDomain(platform, await listen(servers[index] as Server))),
    );
    return {
      platforms,
      steps: demoSteps,
      setStep(step) {
        if (!demoSteps[step]) throw new RangeError(`The demo has steps 0 to ${demoSteps.length - 1}, not ${step}.`);
        current = step;
      },
      close: () => closeAll(servers),
    };
  } catch (error) {
    await closeAll(servers);
    throw error;
  }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  const listening = servers.filter((server) => server.listening);
  await Promise.all(
    listening.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      // Kept-alive connections of the checker would hold the port.
      server.closeAllConnections();
      await closed;
    }),
  );
}

function toDomain(platform: DemoPlatform, origin: string): Platform {
  return {
    id: platform.id,
    name: platform.name,
    owner: platform.owner,
    controls: platform.controls,
    noAiPage: platform.noAiPage,
    documents: [
      {
        id: demoDocumentId(platform),
        platform: platform.id,
        name: platform.document.name,
        kind: 'privacy-policy',
        urls: [`${origin}${platform.server.oldPath ?? platform.server.path}`],
        region: 'global',
        language: 'en',
        appliesTo: [platform.id],
        fetch: 'http',
        select: [],
        remove: [],
        enabled: true,
      },
    ],
  };
}
