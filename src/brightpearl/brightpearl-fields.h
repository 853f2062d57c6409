/* Brightpearl's custom fields of sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-settings-values.h"
#include "brightpearl-client.h"
#include "brightpearl-field-texts.h"

G_BEGIN_DECLS

/**
 * brightpearl_client_read_fields_async:
 * @self: the client
 * @ids: an id set of up to %BRIGHTPEARL_ID_SET_SIZE sales orders
 * @fields: which fields are wanted; must live, unchanged, until the callback
 *
 * GET order-service/order/{ids}?includeOptional=customFields, the only way to
 * read the fields of many orders at once. The finish function gives a
 * BrightpearlFieldTexts for each sales order that is there, in no sequence,
 * without the store's number. A field that is empty or does not exist has no
 * text; of a choice from a list the words are taken.
 */
void brightpearl_client_read_fields_async (BrightpearlClient *self,
                                           const char *ids,
                                           const BrightNotesValues *fields,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *brightpearl_client_read_fields_finish (BrightpearlClient *self,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * brightpearl_read_field:
 * @fields: (nullable): custom fields by their codes, as an answer has them
 * @code: a code; "" for none
 *
 * Returns: (transfer full): what the field says; "" for nothing
 */
char *brightpearl_read_field (JsonNode *fields, const char *code);

G_END_DECLS
