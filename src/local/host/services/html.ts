// HtmlService: pages made of a given text; templates are not emulated.

import { utf8 } from '../bytes.ts';
import type { Run } from '../run.ts';
import { type Args, ServiceObject } from '../service.ts';
import { blobObject } from './blob.ts';

export function htmlService(run: Run): ServiceObject {
  return new ServiceObject({
    service: 'HtmlService',
    methods: { createHtmlOutput: { effect: (args) => output(run, args.optionalText(0) ?? '') } },
  });
}

function output(run: Run, start: string): ServiceObject {
  const page: { kind: 'html'; content: string; title: string; width?: number; height?: number } = {
    kind: 'html',
    content: start,
    title: '',
  };
  const change = (setting: (args: Args) => void) => ({
    effect: (args: Args) => {
      setting(args);
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'HtmlService.HtmlOutput',
    payload: page,
    methods: {
      getContent: { effect: () => page.content },
      getTitle: { effect: () => page.title },
      getBlob: {
        effect: () => blobObject(run, { name: null, contentType: 'text/html', bytes: utf8(page.content) }),
      },
      setContent: change((args) => {
        page.content = args.text(0);
      }),
      append: change((args) => {
        page.content += args.text(0);
      }),
      setTitle: change((args) => {
        page.title = args.text(0);
      }),
      setWidth: change((args) => {
        page.width = args.integer(0);
      }),
      setHeight: change((args) => {
        page.height = args.integer(0);
      }),
    },
  });
  return object;
}
