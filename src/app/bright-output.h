/* What the commands answer: as JSON for programs, as text for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything returned here is (transfer full) and ends with a new line. JSON
 * is always one object, with times in UTC; text is translated, with times in
 * the zone of the machine.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightCounter:
 * @group: the flow it belongs to in JSON
 * @name: its name in JSON
 * @offset: where it stands in #BrightSyncReport
 * @singular: its words for one
 * @plural: its words for several
 *
 * One number of a sync's report.
 */
typedef struct
{
  const char *group;
  const char *name;
  glong offset;
  const char *singular;
  const char *plural;
} BrightCounter;

/* All counters, those of one group together; ended by one without a group. */
extern const BrightCounter bright_counters[];

guint bright_counter_read (const BrightCounter *counter, const BrightSyncReport *report);

/**
 * BrightOutputFlow:
 * @name: its name in steps and counters
 * @title: its name for people, to be translated
 * @group: (nullable): the group of the settings that turns it on; %NULL if none does by itself
 * @key: (nullable): the key in @group
 *
 * A flow as people know it.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *group;
  const char *key;
} BrightOutputFlow;

/* All flows, as they are listed; ended by one without a name. */
extern const BrightOutputFlow bright_output_flows[];

/* Whether the settings turn a flow on by a switch of its own. */
gboolean bright_output_flow_is_on (const BrightOutputFlow *flow, BrightSettings *settings);

/* Whether a step of a plan writes; those that only read are not shown. */
gboolean bright_output_is_write (const BrightStep *step);

/* How many of the steps (element-type BrightStep) (nullable) write. */
guint bright_output_count_writes (GPtrArray *steps);

/* Appends what needs a person (element-type BrightSubject) (nullable), one line for each. */
void bright_output_append_attention (GString *text, GPtrArray *subjects);

char *bright_output_report_json (const BrightSyncReport *report);

/* @settings: those of the sync, for a flow that is on and had nothing to do has a line too */
char *bright_output_report_text (const BrightSyncReport *report, BrightSettings *settings);

char *bright_output_plan_json (const BrightSyncReport *plan);
char *bright_output_plan_text (const BrightSyncReport *plan);

char *bright_output_explanation_json (gint64 order_id, const BrightExplanation *explanation);
char *bright_output_explanation_text (gint64 order_id, const BrightExplanation *explanation);

/* Where an order is after a person decided something about it. */
char *bright_output_subject_json (const BrightSubject *subject);
char *bright_output_subject_text (const BrightSubject *subject);

char *bright_output_proof_json (const BrightProof *proof);
char *bright_output_proof_text (const BrightProof *proof);

char *bright_output_check_json (const BrightCheck *check);
char *bright_output_check_text (const BrightCheck *check);

/**
 * bright_output_error_json:
 * @error: why a command could not answer
 * @as_check: whether the command was a check, which lists wrong settings as problems too
 */
char *bright_output_error_json (const GError *error, gboolean as_check);
char *bright_output_error_text (const GError *error);

G_END_DECLS
