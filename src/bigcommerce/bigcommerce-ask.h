/* Asking BigCommerce and reading the answer off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client-private.h"

G_BEGIN_DECLS

/**
 * BigcommerceReader:
 * @answer: what came; a JSON null where the platform said that there is nothing
 * @data: as in the question
 * @error: return location
 *
 * Makes of an answer what was wanted. Runs in a worker thread.
 *
 * Returns: (transfer full): never %NULL without an error
 */
typedef gpointer (*BigcommerceReader) (JsonNode *answer, gconstpointer data, GError **error);

/**
 * BigcommerceQuestion:
 * @method: (nullable): GET if %NULL
 * @path: the path after `/stores/{hash}`
 * @body: (nullable): JSON text
 * @safety: whether it may be sent again
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
  BrightHttpSafety safety;
  BigcommerceReader reader;
  gconstpointer data;
  GDestroyNotify free_result;
} BigcommerceQuestion;

/**
 * bigcommerce_client_ask_async:
 * @self: the client
 * @question: what is asked
 *
 * Sends, and reads the answer in a worker thread. A read whose answer was cut
 * off is asked again a few times; a write whose answer cannot be read has
 * %BRIGHT_ERROR_OUTCOME_UNKNOWN. Errors about a missing scope name it.
 */
void bigcommerce_client_ask_async (BigcommerceClient *self,
                                   const BigcommerceQuestion *question,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * bigcommerce_client_ask_finish:
 * @self: the client
 * @result: what the callback was given
 * @server_time: (out) (optional): the platform's clock when it answered, seconds since
 *   1970; ours where it did not tell
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the reader made
 */
gpointer bigcommerce_client_ask_finish (BigcommerceClient *self,
                                        GAsyncResult *result,
                                        gint64 *server_time,
                                        GError **error);

G_END_DECLS
