/* What the practice store was asked, and every write that took effect.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "practice.h"

G_BEGIN_DECLS

typedef enum
{
  PRACTICE_BIGCOMMERCE,
  PRACTICE_BRIGHTPEARL,
  PRACTICE_N_PLATFORMS,
} PracticePlatform;

/* (transfer none): "bigcommerce" or "brightpearl". */
const char *practice_platform_name (PracticePlatform platform);

PracticeCounts *practice_counts_new (void);
void practice_counts_free (PracticeCounts *counts);
void practice_counts_reset (PracticeCounts *counts);
/* Counts a request by its method and path. */
void practice_counts_request (PracticeCounts *counts,
                              PracticePlatform platform,
                              const char *method,
                              char **segments);
/* Counts how it was answered. */
void practice_counts_answer (PracticeCounts *counts,
                             PracticePlatform platform,
                             guint status,
                             gboolean throttled);
/* Counts one part of a multi-message, and notes it as a write if it took effect. @counts may be
 * NULL. */
void practice_counts_part (PracticeCounts *counts,
                           const PracticeRequest *request,
                           const char *path,
                           const PracticeAnswer *answer);
/* Notes a write of @body (nullable) if @answer says that it took effect. */
void practice_counts_write (PracticeCounts *counts,
                            PracticePlatform platform,
                            const char *method,
                            const char *path,
                            JsonNode *body,
                            const PracticeAnswer *answer);
/* (transfer full): the counts as JSON. */
JsonNode *practice_counts_view (const PracticeCounts *counts);
/* (transfer full): the writes as JSON text. */
char *practice_counts_writes_text (const PracticeCounts *counts);

G_END_DECLS
