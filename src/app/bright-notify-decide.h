/* What a person is notified of, and when a notification goes away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function over facts and a memory of what was said. One notification
 * per cause, at most one an hour, withdrawn when the cause is gone.
 */
#pragma once

#include "bright-error.h"
#include "bright-step.h"

G_BEGIN_DECLS

/**
 * BrightNotifyLevel:
 * @BRIGHT_NOTIFY_ALL: everything
 * @BRIGHT_NOTIFY_IMPORTANT: only that syncing stopped, or that the stock brake fired
 * @BRIGHT_NOTIFY_NONE: nothing
 */
typedef enum
{
  BRIGHT_NOTIFY_ALL,
  BRIGHT_NOTIFY_IMPORTANT,
  BRIGHT_NOTIFY_NONE,
} BrightNotifyLevel;

/**
 * BrightNotifyFacts:
 * @level: what the merchant wants to hear of
 * @attention: (element-type BrightSubject): everything that needs a person
 * @is_failing: whether the last sync failed
 * @cause: why it did
 * @failing_since: seconds since 1970 of the first one that failed in a row
 * @is_first_done: whether the very first sync of the profile has ended well
 * @message: what the service says about it
 * @now: seconds since 1970
 *
 * How it stands.
 */
typedef struct
{
  BrightNotifyLevel level;
  const GPtrArray *attention;
  gboolean is_failing;
  BrightError cause;
  gint64 failing_since;
  gboolean is_first_done;
  const char *message;
  gint64 now;
} BrightNotifyFacts;

/**
 * BrightNotice:
 * @id: names the cause; a later notice of it takes the place of this one
 * @title: (nullable): what happened; %NULL to withdraw the notice of this cause
 * @body: (nullable): one sentence more
 * @action: (nullable): the application's action that shows it
 * @target: (nullable): what @action is given
 * @is_urgent: whether it should stay until it was seen
 *
 * One notification to send or to withdraw.
 */
typedef struct
{
  char *id;
  char *title;
  char *body;
  const char *action;
  char *target;
  gboolean is_urgent;
} BrightNotice;

void bright_notice_free (BrightNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightNotice, bright_notice_free)

/**
 * BrightNotifyMemory:
 *
 * What was said about which cause, and when.
 */
typedef struct _BrightNotifyMemory BrightNotifyMemory;

BrightNotifyMemory *bright_notify_memory_new (void);
void bright_notify_memory_free (BrightNotifyMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrightNotifyMemory, bright_notify_memory_free)

/**
 * bright_notify_memory_learn:
 * @memory: what was said
 * @attention: (element-type BrightSubject): what needs a person already
 *
 * Takes these causes as known, so that a program that was started anew does not say again what
 * the one before it said.
 */
void bright_notify_memory_learn (BrightNotifyMemory *memory, const GPtrArray *attention);

/**
 * bright_notify_decide:
 * @facts: how it stands
 * @memory: (inout): what was said; knows afterwards what is said now
 *
 * Returns: (transfer full) (element-type BrightNotice): what to send and to withdraw
 */
GPtrArray *bright_notify_decide (const BrightNotifyFacts *facts, BrightNotifyMemory *memory);

/**
 * bright_notify_level_from_word:
 * @word: (nullable): `all`, `important` or `none`
 *
 * Returns: the level; all of it for another word
 */
BrightNotifyLevel bright_notify_level_from_word (const char *word);

G_END_DECLS
