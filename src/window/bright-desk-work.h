/* What a person decided about one order or many, done one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a sync is under way it waits for its end, for both hold the profile's
 * lock. It stops when the window is gone; what was done stays.
 */
#pragma once

#include "bright-pulse.h"

G_BEGIN_DECLS

/**
 * bright_desk_work_try:
 * @from: a widget inside the window
 * @service: the opened service
 * @pulse: told of every change
 * @subjects: (array zero-terminated=1): what is to be tried; a sync alone does it
 *   for what is no order
 *
 * Has orders decided anew, also those that were ignored, and syncs.
 */
void bright_desk_work_try (GtkWidget *from,
                           BrightSyncService *service,
                           BrightPulse *pulse,
                           const char *const *subjects);

/**
 * bright_desk_work_ignore:
 * @from: a widget inside the window
 * @service: the opened service
 * @pulse: told of every change
 * @subjects: (array zero-terminated=1): which orders
 * @why: the reason
 *
 * Leaves orders alone, says so and offers to undo it.
 */
void bright_desk_work_ignore (GtkWidget *from,
                              BrightSyncService *service,
                              BrightPulse *pulse,
                              const char *const *subjects,
                              const char *why);

/**
 * bright_desk_work_approve:
 * @from: a widget inside the window
 * @service: the opened service
 * @pulse: told of every change
 * @subjects: (array zero-terminated=1): what is approved
 *
 * Syncs with approvals. In watch mode it says that nothing is written.
 */
void bright_desk_work_approve (GtkWidget *from,
                               BrightSyncService *service,
                               BrightPulse *pulse,
                               const char *const *subjects);

G_END_DECLS
