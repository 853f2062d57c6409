/* What a sync did, in one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * bright_report_words:
 * @report: what a sync did
 *
 * Returns: (transfer full): the largest parts of it, what waits for approval, and how much needs
 *   a person
 */
char *bright_report_words (const BrightSyncReport *report);

G_END_DECLS
