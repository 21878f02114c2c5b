import type { Catalogue, ConceptName, DocumentType, Instrument, Requirement } from './requirement.ts';

/** What of a page is read by people only: most runs never need it. In the order of the catalogue. */
export interface ForReaders {
  readonly requirements: readonly Pick<Requirement, 'prose' | 'examples' | 'clauses'>[];
  readonly types: readonly Pick<DocumentType, 'prose'>[];
  readonly instruments: readonly Pick<Instrument, 'prose'>[];
}

/** A catalogue in two parts, so that the second need not be unpacked before somebody looks at it. */
export interface SplitCatalogue<C extends ConceptName> {
  readonly catalogue: Catalogue<C>;
  readonly forReaders: ForReaders;
}

export function splitCatalogue<C extends ConceptName>(catalogue: Catalogue<C>): SplitCatalogue<C> {
  const requirements = catalogue.requirements.map(takeRequirement);
  const types = catalogue.types.map(({ prose, ...rest }) => ({ left: rest, taken: { prose } }));
  const instruments = catalogue.instruments.map(({ prose, ...rest }) => ({ left: rest, taken: { prose } }));
  return {
    catalogue: {
      ...catalogue,
      requirements: requirements.map(({ left }) => left as Requirement),
      types: types.map(({ left }) => left as DocumentType),
      instruments: instruments.map(({ left }) => left as Instrument),
    },
    forReaders: {
      requirements: requirements.map(({ taken }) => taken),
      types: types.map(({ taken }) => taken),
      instruments: instruments.map(({ taken }) => taken),
    },
  };
}

function takeRequirement({ prose, examples, clauses, ...left }: Requirement) {
  return { left, taken: { prose, examples, clauses } };
}

/** The whole catalogue again; `unpack` is called when the part for readers is first looked at. */
export function joinCatalogue(catalogue: Catalogue, unpack: () => ForReaders): Catalogue {
  let unpacked: ForReaders | undefined;
  const forReaders = (): ForReaders => (unpacked ??= unpack());
  const complete = <T extends object>(
    pages: readonly T[],
    kind: keyof ForReaders,
    keys: readonly string[],
  ) => {
    pages.forEach((page, i) => {
      for (const key of keys) {
        const get = (): unknown => (forReaders()[kind][i] as Record<string, unknown> | undefined)?.[key];
        Object.defineProperty(page, key, { get, enumerable: true });
      }
    });
  };
  complete(catalogue.requirements, 'requirements', ['prose', 'examples', 'clauses']);
  complete(catalogue.types, 'types', ['prose']);
  complete(catalogue.instruments, 'instruments', ['prose']);
  return catalogue;
}
