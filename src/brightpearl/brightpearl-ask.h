/* Asking Brightpearl and reading the answer off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "brightpearl-client-private.h"

G_BEGIN_DECLS

/**
 * BrightpearlReader:
 * @response: the member `response` of the answer; a JSON null without one
 * @data: as in the question
 * @error: return location
 *
 * Makes of a response what was wanted. Runs in a worker thread.
 *
 * Returns: (transfer full): never %NULL without an error
 */
typedef gpointer (*BrightpearlReader) (JsonNode *response, gconstpointer data, GError **error);

/**
 * BrightpearlQuestion:
 * @method: (nullable): GET if %NULL
 * @path: the path after `/public-api/{account}`
 * @body: (nullable): JSON text
 * @version: what `If-Match` carries; 0 for none
 * @safety: whether it may be sent again
 * @missing_is_empty: whether "nothing found" is an answer, read as a JSON null
 * @reader: makes the result
 * @data: given to @reader; must live, unchanged, until the callback
 * @free_result: frees what @reader made
 *
 * What is asked. Only its texts are copied.
 */
typedef struct
{
  const char *method;
  const char *path;
  const char *body;
  gint64 version;
  BrightHttpSafety safety;
  gboolean missing_is_empty;
  BrightpearlReader reader;
  gconstpointer data;
  GDestroyNotify free_result;
} BrightpearlQuestion;

/**
 * brightpearl_client_ask_async:
 * @self: the client
 * @question: what is asked
 *
 * Sends, and reads the answer in a worker thread. A read whose answer was cut
 * off is asked again a few times; a write whose answer cannot be read has
 * %BRIGHT_ERROR_OUTCOME_UNKNOWN.
 */
void brightpearl_client_ask_async (BrightpearlClient *self,
                                   const BrightpearlQuestion *question,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * brightpearl_client_ask_finish:
 * @self: the client
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the reader made
 */
gpointer
brightpearl_client_ask_finish (BrightpearlClient *self, GAsyncResult *result, GError **error);

/* The reader that takes a response as it is. */
gpointer brightpearl_read_anything (JsonNode *response, gconstpointer unused, GError **error);

G_END_DECLS
