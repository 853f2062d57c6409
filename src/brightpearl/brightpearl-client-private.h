/* What the parts of Brightpearl's client share: its endpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-http.h"
#include "brightpearl-client.h"

G_BEGIN_DECLS

struct _BrightpearlClient
{
  GObject parent_instance;

  BrightHttpEndpoint *endpoint;
  char *prefix; /* what stands before every path: /public-api/{account} */
};

/* (element-type gint64): the ids by their numbers, each once; (transfer full) */
GArray *brightpearl_sort_ids (GArray *ids);

G_END_DECLS
