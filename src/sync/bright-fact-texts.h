/* Records as the texts that the journal keeps, made off the main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrightFactText:
 * @text: the record as JSON text
 * @digest: the digest of the text
 *
 * A record as the journal keeps it.
 */
typedef struct
{
  char *text;
  char *digest;
} BrightFactText;

/**
 * bright_fact_texts_async:
 * @type: the kind of the records
 * @records: the records, which must not change meanwhile
 *
 * The finish function gives a text for each record, in their sequence
 * (element-type BrightFactText).
 */
void bright_fact_texts_async (const BrightRecordType *type,
                              GPtrArray *records,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *bright_fact_texts_finish (GAsyncResult *result, GError **error);

G_END_DECLS
