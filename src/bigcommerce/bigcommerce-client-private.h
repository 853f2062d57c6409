/* What the parts of BigCommerce's client share: its endpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bigcommerce-client.h"
#include "bright-http.h"

G_BEGIN_DECLS

/** BIGCOMMERCE_PAGE_SIZE: rows that a list gives at most. */
#define BIGCOMMERCE_PAGE_SIZE 250

struct _BigcommerceClient
{
  GObject parent_instance;

  BrightHttpEndpoint *endpoint;
  BrightClock *clock;
  char *prefix; /* what stands before every path: /stores/{hash} */
  guint patience; /* seconds */
  guint order_limit; /* orders that this store can put into one page */
};

G_END_DECLS
