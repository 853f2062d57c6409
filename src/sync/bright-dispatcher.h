/* Do: one dispatcher for all flows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step that is submitted is journalled as an intent, sent, and its outcome
 * handed back. Steps that may travel together are packed: a pack leaves when it
 * is full, or when whoever submits has nothing more to add and flushes. Nothing
 * is sent before its intent is safe on the disk.
 *
 * A paper dispatcher sends nothing: it answers every step with a placeholder
 * and keeps the list.
 */
#pragma once

#include "bigcommerce-client.h"
#include "bright-journal.h"
#include "bright-outcome.h"
#include "brightpearl-client.h"

G_BEGIN_DECLS

#define BRIGHT_TYPE_DISPATCHER (bright_dispatcher_get_type ())
G_DECLARE_FINAL_TYPE (BrightDispatcher, bright_dispatcher, BRIGHT, DISPATCHER, GObject)

/**
 * BrightOutcomeFunc:
 * @step: the step
 * @intent: its number in the journal; 0 on paper
 * @outcome: what became of it
 * @user_data: what was given when it was submitted
 *
 * Called once for every step. It must settle the intent in the journal together
 * with what it means for the subject.
 */
typedef void (*BrightOutcomeFunc) (const BrightStep *step,
                                   gint64 intent,
                                   const BrightOutcome *outcome,
                                   gpointer user_data);

/* A dispatcher that does. */
BrightDispatcher *bright_dispatcher_new (BrightpearlClient *brightpearl,
                                         BigcommerceClient *bigcommerce,
                                         BrightJournal *journal,
                                         BrightClock *clock,
                                         GCancellable *cancellable);

/* A dispatcher that only pretends. */
BrightDispatcher *bright_dispatcher_new_paper (void);

/* Submits a step; takes @step. */
void bright_dispatcher_submit (BrightDispatcher *self,
                               BrightStep *step,
                               BrightOutcomeFunc function,
                               gpointer user_data);

/* Sends what waits for its pack to fill. */
void bright_dispatcher_flush (BrightDispatcher *self);

/* How many steps wait for their pack to fill. */
guint bright_dispatcher_get_waiting (BrightDispatcher *self);

/* How many packs are under way. */
guint bright_dispatcher_get_under_way (BrightDispatcher *self);

/* What a paper dispatcher was asked to do, in order (element-type BrightStep). */
GPtrArray *bright_dispatcher_get_steps (BrightDispatcher *self);

G_END_DECLS
