import { Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type CampaignPaper,
  type CampaignQuery,
  type CampaignStepInput,
  campaignDetail,
  campaignPage,
  campaignPapers,
  campaignQuery,
  campaignReportDraft,
  campaignStepInputs,
  campaignView,
  type PlanCampaign,
  planCampaign,
} from '@zerentian/shared/campaigns/campaign.contract';
import { id } from '@zerentian/shared/fields';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { type Actor, CurrentActor } from '../platform/auth/actor';
import { Answers, AnswersFile, FromBody, FromPath, FromQuery } from '../platform/http/contract';
import { sendFile } from '../platform/pdf/send-file';
import { CampaignPapers } from './campaign-papers.service';
import { CampaignSteps } from './campaign-steps.service';
import { Campaigns } from './campaigns.service';

const paperName = z.enum(campaignPapers, '没有这种文书');

@ApiTags('campaigns')
@ApiBearerAuth()
@Controller('campaigns')
export class CampaignsController {
  @Inject() private readonly campaigns: Campaigns;
  @Inject() private readonly papers: CampaignPapers;
  @Inject() private readonly steps: CampaignSteps;

  @Post()
  @Answers(campaignView, 201)
  plan(@CurrentActor() actor: Actor, @FromBody(planCampaign) input: PlanCampaign) {
    return this.steps.plan(actor, input);
  }

  @Get()
  @Answers(campaignPage)
  list(@CurrentActor() actor: Actor, @FromQuery(campaignQuery) query: CampaignQuery) {
    return this.campaigns.list(actor, query);
  }

  @Get(':id')
  @Answers(campaignDetail)
  detail(@CurrentActor() actor: Actor, @FromPath('id', id) campaignId: string) {
    return this.campaigns.detail(actor, campaignId);
  }

  @Get(':id/report-draft')
  @ApiOperation({ summary: '总结草稿' })
  @Answers(campaignReportDraft)
  reportDraft(@CurrentActor() actor: Actor, @FromPath('id', id) campaignId: string) {
    return this.campaigns.reportDraft(actor, campaignId);
  }

  @Get(':id/papers/:paper')
  @ApiOperation({ summary: '方案和总结' })
  @AnswersFile('application/pdf')
  async paper(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) campaignId: string,
    @FromPath('paper', paperName) paper: CampaignPaper,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, await this.papers.of(actor, campaignId, paper));
  }

  @Post(':id/amend')
  @Answers(campaignView)
  amend(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) campaignId: string,
    @FromBody(campaignStepInputs.amend) input: CampaignStepInput<'amend'>,
  ) {
    return this.steps.take(actor, campaignId, 'amend', input);
  }

  @Post(':id/add-units')
  @Answers(campaignView)
  addUnits(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) campaignId: string,
    @FromBody(campaignStepInputs['add-units']) input: CampaignStepInput<'add-units'>,
  ) {
    return this.steps.take(actor, campaignId, 'add-units', input);
  }

  @Post(':id/start')
  @Answers(campaignView)
  start(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) campaignId: string,
    @FromBody(campaignStepInputs.start) input: CampaignStepInput<'start'>,
  ) {
    return this.steps.take(actor, campaignId, 'start', input);
  }

  @Post(':id/finish')
  @Answers(campaignView)
  finish(
    @CurrentActor() actor: Actor,
    @FromPath('id', id) campaignId: string,
    @FromBody(campaignStepInputs.finish) input: CampaignStepInput<'finish'>,
  ) {
    return this.steps.take(actor, campaignId, 'finish', input);
  }
}
