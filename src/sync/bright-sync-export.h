/* What the journal knows, as files for accountants and other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read a page at a time, so that a journal of any size can be exported while
 * the program goes on. Holds no tokens, since the journal has none.
 */
#pragma once

#include "bright-sync-service.h"

G_BEGIN_DECLS

/**
 * BrightExport:
 * @BRIGHT_EXPORT_ACTIVITY: every entry of every timeline, oldest first
 * @BRIGHT_EXPORT_ATTENTION: what needs a person now
 * @BRIGHT_EXPORT_PROOF: the proof that was stored last, one row per day and currency
 * @BRIGHT_EXPORT_AUDIT: every write that was sent and what became of it, oldest first
 */
typedef enum
{
  BRIGHT_EXPORT_ACTIVITY,
  BRIGHT_EXPORT_ATTENTION,
  BRIGHT_EXPORT_PROOF,
  BRIGHT_EXPORT_AUDIT,
} BrightExport;

#define BRIGHT_N_EXPORTS 4

/**
 * bright_export_get_name:
 * @what: what is exported
 *
 * Returns: (transfer none): `activity`, `attention`, `proof` or `audit`
 */
const char *bright_export_get_name (BrightExport what);

/**
 * BrightExportFormat:
 * @BRIGHT_EXPORT_CSV: a header and a row for each, as RFC 4180 says; a text that a spreadsheet
 *   would take for a formula gets an apostrophe in front
 * @BRIGHT_EXPORT_JSON: one object with `export` and `rows`
 */
typedef enum
{
  BRIGHT_EXPORT_CSV,
  BRIGHT_EXPORT_JSON,
} BrightExportFormat;

/**
 * bright_sync_service_export_async:
 * @self: the service, opened
 * @what: what is exported
 * @format: how it is written
 * @stream: where to; it is not closed
 * @cancellable: (nullable): to stop; what was written so far stays in @stream
 * @callback: called when all is written
 * @user_data: given to @callback
 *
 * Errors: %BRIGHT_ERROR_STORAGE, or those of @stream.
 */
void bright_sync_service_export_async (BrightSyncService *self,
                                       BrightExport what,
                                       BrightExportFormat format,
                                       GOutputStream *stream,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * bright_sync_service_export_finish:
 * @self: the service
 * @result: what the callback was given
 * @n_rows: (out) (optional): how many rows were written
 * @error: return location
 *
 * Returns: whether all was written
 */
gboolean bright_sync_service_export_finish (BrightSyncService *self,
                                            GAsyncResult *result,
                                            guint *n_rows,
                                            GError **error);

G_END_DECLS
