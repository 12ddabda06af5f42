import type { CatalogueContent } from '@zerentian/shared/duties/catalogue.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 安全生产职责清单: one version of one township's, with the text that it quotes. */
@Entity('catalogue')
@Index(['areaCode', 'current'])
export class Catalogue {
  @Key('id') id: string;
  @Name(64) catalogueKey: string;
  @Col('int') version: number;
  @Col('area') areaCode: string;
  @Col('json') content: CatalogueContent;
  @Col('json') sourceText: { text: string };
  @Col('instant') importedAt: Date;
  @Col('bool') current: boolean;
}
