/* The statuses on which both platforms last agreed, as they are kept with an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/**
 * BrightAgreedStatuses:
 * @bigcommerce: the store's status
 * @brightpearl: (element-type gint64): Brightpearl's, one for each sales order of the order
 *
 * The pair that the next comparison starts from.
 */
typedef struct
{
  gint64 bigcommerce;
  GArray *brightpearl;
} BrightAgreedStatuses;

BRIGHT_DECLARE_RECORD (BrightAgreedStatuses, bright_agreed_statuses)

G_END_DECLS
