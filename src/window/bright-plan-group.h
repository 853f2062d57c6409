/* The steps of a plan, grouped by subject, and what an approval of them means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only values: neither a service nor a widget. Steps that only read are no part
 * of a plan.
 */
#pragma once

#include "bright-step.h"

G_BEGIN_DECLS

/**
 * BrightPlanGroup:
 * @subject: whom its steps concern
 * @steps: (element-type BrightStep) (unowned elements): in the order in which they are sent
 *
 * The steps of one subject.
 */
typedef struct
{
  const char *subject;
  GPtrArray *steps;
} BrightPlanGroup;

/**
 * bright_plan_group:
 * @steps: (element-type BrightStep): a plan, which must outlive the groups
 * @flow: (nullable): only this flow's steps
 *
 * Returns: (transfer full) (element-type BrightPlanGroup): a group for each subject, as they first
 *   come
 */
GPtrArray *bright_plan_group (GPtrArray *steps, const char *flow);

/**
 * BrightApproval:
 * @flow: (nullable): everything of a flow
 * @subject: (nullable): everything of a subject
 *
 * What a person approves; everything if neither is given. Approved orders take their customers
 * along, as no sales order is made without one.
 */
typedef struct
{
  const char *flow;
  const char *subject;
} BrightApproval;

/**
 * bright_approval_dup_words:
 * @approval: what a person approves
 *
 * Returns: (transfer full): the same as bright_sync_service_run_async() takes it
 */
GStrv bright_approval_dup_words (const BrightApproval *approval);

/**
 * BrightPlanCounts:
 * @writes: how many steps
 * @subjects: of how many subjects
 * @customers: how many of the steps write customers, though another flow was approved
 * @messages: how many of the steps may make the store send an e-mail to a customer
 *
 * What is approved, in numbers.
 */
typedef struct
{
  guint writes;
  guint subjects;
  guint customers;
  guint messages;
} BrightPlanCounts;

/**
 * bright_plan_count:
 * @steps: (element-type BrightStep): a plan
 * @approval: what a person approves of it
 *
 * Returns: how much that is
 */
BrightPlanCounts bright_plan_count (GPtrArray *steps, const BrightApproval *approval);

/**
 * bright_plan_count_gone:
 * @before: (element-type BrightStep): a plan
 * @after: (element-type BrightStep): the plan after what was approved was sent
 * @approval: what was approved
 *
 * Returns: how many approved steps of @before are not planned any more
 */
guint
bright_plan_count_gone (GPtrArray *before, GPtrArray *after, const BrightApproval *approval);

G_END_DECLS
