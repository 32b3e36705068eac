/** Writes the office's labels into the content manager at every boot, where they differ from what is stored. */
import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { type OwnModel, ownModels } from '../model/models.ts';
import { type Configuration, configurationOf } from './configuration.ts';

/** The content manager's services for content types and for components have the same two methods. */
interface ConfigurationService {
  findConfiguration(model: OwnModel): Promise<Configuration>;
  updateConfiguration(model: OwnModel, configuration: Configuration): Promise<unknown>;
}

/** Labels, hints, columns and form rows of every type and component, from schema.json's notes. */
export async function writeLabels(strapi: Core.Strapi): Promise<void> {
  const models = ownModels(strapi);
  const mains = new Map(models.map((model) => [model.uid, model.pluginOptions?.xinglin?.main]));
  for (const model of models) {
    const kind = model.modelType === 'component' ? 'components' : 'content-types';
    const service = strapi.plugin('content-manager').service(kind) as unknown as ConfigurationService;
    const found = await service.findConfiguration(model);
    const wanted = configurationOf(model, found, (uid) => mains.get(uid));
    if (!isDeepStrictEqual(wanted, found)) await service.updateConfiguration(model, wanted);
  }
}
