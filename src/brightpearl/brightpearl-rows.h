/* Rows of searches, which are positional, as objects with names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-json.h"

G_BEGIN_DECLS

/** BRIGHTPEARL_PAGE_SIZE: rows that a search gives at most. */
#define BRIGHTPEARL_PAGE_SIZE 500

/**
 * BrightpearlName:
 * @from: where a value stands in an object of the platform; names joined by slashes,
 *   a list on the way stands for its first element
 * @to: what the value is called in the object that is made of it
 *
 * A row of a table of names.
 */
typedef struct
{
  const char *from;
  const char *to;
} BrightpearlName;

/**
 * brightpearl_read_rows:
 * @response: the response of a search
 * @columns: the columns that must be there, parted by commas
 * @more: (out): whether another page follows
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JsonNode): the rows as objects, by
 *   the names of their columns
 */
GPtrArray *brightpearl_read_rows (JsonNode *response,
                                  const char *columns,
                                  gboolean *more,
                                  GError **error);

/**
 * brightpearl_rename_members:
 * @object: an object of the platform
 * @names: which values go where; a row without names ends it
 *
 * Returns: (transfer full): a flat object
 */
JsonNode *brightpearl_rename_members (JsonNode *object, const BrightpearlName *names);

/**
 * brightpearl_list_objects:
 * @response: a list of objects, an object of objects, or nothing
 *
 * Returns: (transfer container) (element-type JsonNode): the objects
 */
GList *brightpearl_list_objects (JsonNode *response);

G_END_DECLS
